using System.Net;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/testkit.md.</summary>
public sealed class TestKitSamples
{
    private static readonly string Path = System.IO.Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    [Fact]
    public async Task Run()
    {
        var path = Path;
        #region run
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        var suite = GoldenTestGenerator.Generate(spec);
        await using var mock = await MockServer.StartAsync(spec);
        using var client = TestRunner.CreateClient();

        var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock));
        TextReport.Write(result, Console.Out);
        #endregion
        result.Totals.Pass.Should().BePositive();
    }

    [Fact]
    public async Task Reports()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = TestRunner.CreateClient();
        var suite = GoldenTestGenerator.Generate(spec);
        var result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock), new() { KeepsExchanges = true });
        var folder = Directory.CreateTempSubdirectory("ic-reports-").FullName;
        #region reports
        foreach (var report in RunReports.All)
        {
            await using var file = File.Create(System.IO.Path.Combine(folder, $"run.{report.Extension}"));
            report.Write(result, file);
        }
        #endregion
        Directory.GetFiles(folder).Should().HaveCount(RunReports.All.Count);
        result.Exchanges.Should().NotBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Inbox()
    {
        #region inbox
        await using var inbox = await LocalDeliveryInbox.StartAsync(new IPEndPoint(IPAddress.Loopback, 8099));
        var options = new RunOptions
        {
            Inbox = inbox,
            Values = new Dictionary<string, string> { ["webhook_url"] = "https://hooks.shop.example/tests" },
        };
        #endregion
        options.Inbox.Address.Port.Should().Be(8099);
    }

    [Fact]
    public void Target()
    {
        const string secret = "of a test";
        #region target
        var target = new RunTarget
        {
            Environment = EnvironmentType.Sandbox,
            BaseUrl = new Uri("https://sandbox.payments.example/v1"),
            Credentials = [new OAuth2ClientCredentials("client", secret, new Uri("https://sandbox.payments.example/oauth/token"))],
        };
        #endregion
        target.Credentials.Single().Should().BeOfType<OAuth2ClientCredentials>();
    }

    [Fact]
    public async Task Traces()
    {
        var path = System.IO.Path.GetTempFileName();
        File.Delete(path);
        var key = TraceKey.Generate();
        #region traces
        await using var traces = await TraceWriter.OpenAsync(path, key);
        var options = new RunOptions { OnTrace = traces.WriteAsync };
        #endregion
        options.OnTrace.Should().NotBeNull();
    }

    [Fact]
    public async Task ByHand()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        #region by-hand
        using var response = await client.GetAsync("payments");
        await Conformance.AssertAsync(response, spec, "GET /payments");
        mock.Journal.AssertReceived("GET /payments", times: 1);
        #endregion
    }
}
