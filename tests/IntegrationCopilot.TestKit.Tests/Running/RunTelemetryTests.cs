using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Testing;
using Microsoft.Extensions.Logging;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What a run tells of its cases and requests: nothing of the messages, and nothing when nobody listens.</summary>
[Collection(nameof(HeardTelemetry))]
public sealed class RunTelemetryTests
{
    [Fact]
    public async Task Run_AgainstAMock_TellsOfCasesAndRequests()
    {
        using var heard = new HeardTelemetry("IntegrationCopilot.TestKit");
        await using var engine = new MockEngine(TestApi.Spec);
        using var client = engine.CreateClient();
        var target = Sandbox(new Uri("http://localhost/"), new ApiKeyCredentials("X-API-Key", ApiKeyLocation.Header, engine.Options.Credentials.ApiKey));
        var result = await new TestRunner(TestApi.Spec, client).RunAsync(Suite(Case(Get("list", Status("200")))), target, new RunOptions { Logs = heard },
            TestContext.Current.CancellationToken);

        var verdict = result.Cases.Single().Status.ToWire();
        var told = heard.Of("integration_copilot.run.case.duration").Should().ContainSingle().Which;
        (told.Tags["integration_copilot.test.category"], told.Tags["integration_copilot.outcome"]).Should().Be((result.Cases.Single().Category, verdict));
        heard.Of("integration_copilot.run.request.duration").Should().NotBeEmpty().And.OnlyContain(sent => sent.Tags.ContainsKey("http.response.status_code"));
        heard.Of("integration_copilot.run.request.duration").Should().Contain(sent => (string?)sent.Tags["url.template"] == "/items");
        heard.Activities.Select(activity => activity.OperationName).Should().Contain(["run", "case", "request"]);
        heard.Lines.Select(line => (line.Id, line.Level)).Should().Contain([(4001, LogLevel.Information), (4002, LogLevel.Information), (4003, LogLevel.Debug),
            (4004, LogLevel.Debug)]);
        heard.All.Should().NotContain(engine.Options.Credentials.ApiKey);
    }

    [Fact]
    public void Observer_NobodyListens_AllocatesNothing()
    {
        var observer = new RunObserver(null);
        var operation = TestApi.Spec.Operations[0];
        Tell();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tell();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Tell()
        {
            using var activity = RunTelemetry.Source.StartActivity("request");
            observer.Sent("GET", operation, 200, TimeSpan.Zero, null, activity);
            observer.Waits(TimeSpan.Zero);
        }
    }
}
