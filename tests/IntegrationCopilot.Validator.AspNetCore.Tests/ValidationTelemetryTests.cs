using System.Net;
using System.Net.Http.Json;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Validator.AspNetCore.Tests;

/// <summary>What the middleware tells of its work: nothing of the messages, and nothing when nobody listens.</summary>
[Collection(nameof(HeardTelemetry))]
public sealed class ValidationTelemetryTests
{
    private const string Secret = "sk_live_4242";

    private static readonly MessageValidator Validator = new(Described.Operation("/payments/{id}", "post", """
        "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],"requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"amount":{"type":"integer"}}}}}}
        """));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_Validated_AreToldByTemplateAndOutcome()
    {
        using var heard = new HeardTelemetry("IntegrationCopilot.Validator.AspNetCore");
        await using var app = await StartAsync(heard);
        using var client = app.GetTestClient();
        (await client.PostAsJsonAsync($"/payments/{Secret}?key={Secret}", new { amount = 1 }, Stop)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.PostAsJsonAsync($"/payments/{Secret}", new { amount = Secret }, Stop)).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        heard.Of("integration_copilot.validation.duration")
            .Select(told => (told.Tags["http.request.method"], told.Tags["http.route"], told.Tags["integration_copilot.outcome"]))
            .Should().Equal(("POST", "/payments/{id}", "conforms"), ("POST", "/payments/{id}", "refused"));
        heard.Of("integration_copilot.validation.findings").Should().ContainSingle().Which.Tags["integration_copilot.finding"].Should().BeOfType<string>();
        heard.Of("integration_copilot.traces.recorded").Should().HaveCount(2).And.OnlyContain(told => !told.Tags.ContainsKey("error.type"));
        heard.Activities.Should().HaveCount(2).And.OnlyContain(activity => activity.OperationName == "validate request");
        heard.Lines.Select(line => (line.Id, line.Name, line.Level)).Should().Contain([(2001, "RequestRefused", LogLevel.Information),
            (2003, "RequestConforms", LogLevel.Debug), (2005, "ExchangeRecorded", LogLevel.Debug)]);
        heard.All.Should().NotContain(Secret);
    }

    [Fact]
    public async Task Exchange_NotRecorded_IsToldWithTheKindOfError()
    {
        using var heard = new HeardTelemetry("IntegrationCopilot.Validator.AspNetCore");
        await using var app = await StartAsync(heard, (_, _) => throw new IOException(Secret));
        using var client = app.GetTestClient();
        var send = () => client.PostAsJsonAsync("/payments/1", new { amount = 1 }, Stop);
        await send.Should().ThrowAsync<Exception>();
        heard.Of("integration_copilot.traces.recorded").Should().ContainSingle().Which.Tags["error.type"].Should().Be("IOException");
        heard.Lines.Should().Contain(line => line.Id == 2006 && line.Level == LogLevel.Error);
        heard.All.Should().NotContain(Secret);
    }

    [Fact]
    public void Observer_NobodyListens_AllocatesNothing()
    {
        var observer = new ValidationObserver(null);
        List<Finding> none = [];
        Tell();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tell();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Tell()
        {
            using var activity = ValidationTelemetry.Source.StartActivity("validate request");
            observer.Validated("POST", "/payments/{id}", none, 1, 0, activity);
            observer.Recorded("POST", "/payments/{id}", null);
            observer.Webhook(null);
        }
    }

    [Theory]
    [InlineData("get", "GET")]
    [InlineData("\u001b[31m", "_OTHER")]
    public void Method_Unusual_IsOneWord(string method, string expected) => TelemetryTags.MethodOf(method).Should().Be(expected);

    [Fact]
    public void Text_OfADescription_IsOneHarmlessLine() =>
        (TelemetryTags.TextOf("/a\u001b[31m\r\n/\u202e{id}"), TelemetryTags.TextOf(new string('a', 900))!.Length, TelemetryTags.TextOf(null))
            .Should().Be(("/a?[31m??/?{id}", 200, null));

    private static async Task<WebApplication> StartAsync(HeardTelemetry heard, Func<ApiTrace, CancellationToken, Task>? onTrace = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<ILoggerFactory>(heard);
        builder.Services.AddTraceRecording(
            options => (options.OnTrace, options.Environment) = (onTrace ?? ((_, _) => Task.CompletedTask), EnvironmentType.Sandbox));
        var app = builder.Build();
        app.UseTraceRecording();
        app.UseRequestValidation(Validator);
        app.MapPost("/payments/{id}", () => "paid");
        await app.StartAsync(Stop);
        return app;
    }
}
