using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What a mock tells of its answers: nothing of the messages, and nothing when nobody listens.</summary>
[Collection(nameof(HeardTelemetry))]
public sealed class MockTelemetryTests
{
    private const string Secret = "sk_live_4242";

    private const string Api = """
        openapi: 3.0.3
        info: { title: Pets, version: "1" }
        paths:
          /pets/{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            get:
              parameters: [ { name: limit, in: query, schema: { type: integer } } ]
              responses: { "200": { description: fine, content: { application/json: { schema: { type: integer }, example: 7 } } } }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_AreToldByTemplateStatusAndBehaviour()
    {
        using var heard = new HeardTelemetry("IntegrationCopilot.MockGen");
        await using var engine = new MockEngine(Described.Read(Api), new MockOptions { Logs = heard, State = false });
        using var client = engine.CreateClient();
        (await client.GetStringAsync($"/pets/{Secret}", Stop)).Should().Be("7");
        using var refused = await client.GetAsync($"/pets/{Secret}?limit={Secret}", Stop);
        using var unknown = await client.GetAsync($"/{Secret}", Stop);

        heard.Of("integration_copilot.mock.request.duration")
            .Select(told => (told.Tags["http.request.method"], told.Tags.GetValueOrDefault("http.route"), told.Tags["http.response.status_code"],
            told.Tags["integration_copilot.mock.behaviour"]))
            .Should().Equal(("GET", "/pets/{id}", 200, "document"), ("GET", "/pets/{id}", (int)refused.StatusCode, "validation"),
            ("GET", null, 404, "routing"));
        heard.Of("integration_copilot.mock.findings").Should().ContainSingle().Which.Tags["http.route"].Should().Be("/pets/{id}");
        heard.Activities.Select(activity => activity.DisplayName).Should().Equal("GET /pets/{id}", "GET /pets/{id}", "GET");
        heard.Lines.Select(line => (line.Id, line.Level)).Should()
            .Equal((1001, LogLevel.Debug), (1002, LogLevel.Information), (1001, LogLevel.Debug), (1001, LogLevel.Debug));
        heard.All.Should().NotContain(Secret);
    }

    [Fact]
    public async Task Answer_FaultOfTheMock_IsToldByItsKindOnly()
    {
        using var heard = new HeardTelemetry("IntegrationCopilot.MockGen");
        await using var engine = new MockEngine(Described.Read(Api), new MockOptions { Logs = heard, Behaviours = [new Faulty()] });
        using var client = engine.CreateClient();
        using var failed = await client.GetAsync("/pets/1", Stop);
        heard.Of("integration_copilot.mock.request.duration").Should().ContainSingle().Which.Tags["error.type"].Should().Be("IOException");
        heard.Activities.Should().ContainSingle().Which.Status.Should().Be(System.Diagnostics.ActivityStatusCode.Error);
        heard.Lines.Should().Contain(line => line.Id == 1003 && line.Level == LogLevel.Error);
        heard.All.Should().NotContain(Secret);
    }

    [Fact]
    public async Task Observer_NobodyListens_AllocatesNothing()
    {
        await using var engine = new MockEngine(Described.Read(Api));
        var request = engine.Receive(new RecordedRequest { Method = "GET", Url = "/pets/1" }, MockCaller.InProcess, Stop);
        var observer = new MockObserver(null);
        var reply = new MockReply { Status = 200 };
        Tell();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tell();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Tell()
        {
            using var activity = MockTelemetry.Source.StartActivity(MockTelemetry.Name);
            observer.Tell(request, reply, TimeSpan.Zero, activity);
        }
    }

    private sealed class Faulty : IMockBehaviour
    {
        public string Name => "faulty";

        public MockStage Stage => MockStage.Exchange;

        public MockStep Build(MockOperation? operation, MockStep next) => _ => throw new IOException(Secret);
    }
}
