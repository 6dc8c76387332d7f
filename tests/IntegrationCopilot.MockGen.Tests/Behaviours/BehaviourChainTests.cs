using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class BehaviourChainTests
{
    private const string Secured = """
        openapi: 3.1.0
        info: { title: Secured, version: "1" }
        security: [{ key: [] }]
        paths:
          /a: { get: { responses: { "200": { description: ok, content: { application/json: { example: { a: 1 } } } } } } }
          /b: { get: { responses: { "200": { description: ok } } } }
        components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
        """;

    [Fact]
    public async Task AnswerAsync_EmbeddersBehaviours_StandWhereTheirStageSays()
    {
        var seen = new List<string>();
        var engine =
            Engine(new Noting("inner", MockStage.Content, seen), new Noting("outer", MockStage.Exchange, seen), new Noting("second", MockStage.Content, seen));
        var reply = await engine.AnswerAsync(Get("/a", "mock-api-key"));
        (reply.Status, Encoding.UTF8.GetString(reply.Body.Span)).Should().Be((200, """{"a":1}"""));
        seen.Should().Equal("outer", "inner", "second", "/second", "/inner", "/outer");
    }

    [Fact]
    public async Task AnswerAsync_RequestRefused_InnerBehavioursAreNotReached()
    {
        var seen = new List<string>();
        var engine = Engine(new Noting("inner", MockStage.Content, seen), new Noting("outer", MockStage.Exchange, seen));
        (await engine.AnswerAsync(Get("/a", "wrong"))).Status.Should().Be(401);
        seen.Should().Equal("outer", "/outer");
    }

    [Theory]
    [InlineData("/nothing", 404)]
    [InlineData("/__mock/health", 200)]
    public async Task AnswerAsync_NoOperation_OutermostBehavioursSeeIt(string path, int status)
    {
        var seen = new List<string>();
        (await Engine(new Noting("outer", MockStage.Exchange, seen)).AnswerAsync(Get(path, ""))).Status.Should().Be(status);
        seen.Should().Equal("outer", "/outer");
    }

    [Fact]
    public async Task Build_OperationCalledTwice_IsAskedOnce()
    {
        var counting = new Counting();
        var engine = Engine(counting);
        foreach (var path in (string[])["/a", "/b", "/a", "/b"]) await engine.AnswerAsync(Get(path, "mock-api-key"));
        counting.Asked.Should().BeEquivalentTo(["", "GET /a", "GET /b"]);
    }

    [Fact]
    public async Task Without_Credentials_LetsEverybodyIn()
    {
        var engine = new MockEngine(Described.Read(Secured), new MockOptions { Without = ["credentials"] });
        (await engine.AnswerAsync(Get("/b", "wrong"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task AnswerAsync_BehaviourThrows_IsA500AndTheMockGoesOn()
    {
        var engine = Engine(new Failing());
        var reply = await engine.AnswerAsync(Get("/a", "mock-api-key"));
        (reply.Status, reply.Field("Mock-Nonconforming")).Should().Be((500, "\"broken\""));
        (await engine.AnswerAsync(Get("/nothing", ""))).Status.Should().Be(404);
    }

    private static MockEngine Engine(params IMockBehaviour[] behaviours) => new(Described.Read(Secured), new MockOptions { Behaviours = behaviours });

    private static RecordedRequest Get(string path, string key) => new() { Method = "GET", Url = path, Headers = [new("X-Key", key)] };

    private sealed class Noting(string name, MockStage stage, List<string> seen) : IMockBehaviour
    {
        public string Name => name;

        public MockStage Stage => stage;

        public MockStep Build(MockOperation? operation, MockStep next) => async request =>
        {
            seen.Add(name);
            var reply = await next(request);
            seen.Add($"/{name}");
            return reply;
        };
    }

    private sealed class Counting : IMockBehaviour
    {
        public List<string> Asked { get; } = [];

        public string Name => "counting";

        public MockStage Stage => MockStage.Processing;

        public MockStep Build(MockOperation? operation, MockStep next)
        {
            Asked.Add(operation?.Description.Id ?? "");
            return next;
        }
    }

    private sealed class Failing : IMockBehaviour
    {
        public string Name => "failing";

        public MockStage Stage => MockStage.Content;

        public MockStep Build(MockOperation? operation, MockStep next) => operation is null ? next : _ => throw new InvalidOperationException("broken");
    }
}
