using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What no operation removes and what tells its own end is ended by it, where the list shows that it was.</summary>
public sealed class EndedThingsTests
{
    private const string Nothing = "{ description: Taken. }";

    private const string Named =
        "{ description: Taken., content: { application/json: { schema: { type: object, properties: { number: { type: integer } } } } } }";

    [Fact]
    public async Task Run_NoOperationRemovesButTheEndIsTold_EndsWhatItMade()
    {
        var board = new Board(hidesEnded: true);
        var result = await board.RunAsync(Notices(Nothing, "endsAt"));
        board.Made.Should().BeGreaterThan(0);
        board.Shown.Should().Equal("somebody's");
        result.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_EndedThingIsListedStill_IsLeftWithTheReasonAndOthersAreNotSentAgain()
    {
        var board = new Board(hidesEnded: false);
        var result = await board.RunAsync(Notices(Nothing, "endsAt"));
        board.Ended.Should().Be(1);
        result.Left.Should().NotBeEmpty().And.OnlyContain(left => left.Operation == "POST /notices");
        result.Left[0].Reason.Should().Contain("GET /notices shows it still");
    }

    [Theory]
    [InlineData(Named, "endsAt", "its answer tells what it is")]
    [InlineData(Nothing, "readAt", "it tells no end")]
    public async Task Run_NothingTellsHowItEnds_IsLeftAndNotSentAgain(string answer, string end, string because)
    {
        var board = new Board(hidesEnded: true);
        var result = await board.RunAsync(Notices(answer, end));
        board.Ended.Should().Be(0, because);
        result.Left.Should().NotBeEmpty().And.OnlyContain(left => left.Reason == "The document describes no operation that removes it.");
    }

    [Theory]
    [InlineData(Nothing, "endsAt", true)]
    [InlineData(Named, "endsAt", false)]
    [InlineData(Nothing, "readAt", false)]
    public void Plan_ThingsThatTellTheirEnd_SaysThatTheyAreSentAgain(string answer, string end, bool again)
    {
        var spec = Notices(answer, end);
        using var client = TestRunner.CreateClient();
        var plan = new TestRunner(spec, client).Plan(GoldenTestGenerator.Generate(spec), Sandbox(new Uri("http://127.0.0.1:9/")) with { Credentials = [] });
        plan.CleanUp.Select(request => $"{request.Method} {request.Path}").Should().Equal(again ? ["POST /notices"] : []);
    }

    private static ApiSpec Notices(string answer, string end) => ApiSpecReader.Read(Encoding.UTF8.GetBytes($$"""
        openapi: 3.0.3
        info: { title: Notices, version: '1' }
        paths:
          /notices:
            get: { responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Notice' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: array, minItems: 1, items: { $ref: '#/components/schemas/Notice' } } } } }
              responses: { '200': {{answer}}, '400': { description: Wrong. } }
        components:
          schemas:
            Notice:
              type: object
              required: [labels]
              properties:
                labels: { type: object, minProperties: 1, additionalProperties: { type: string, minLength: 1 } }
                startsAt: { type: string, format: date-time }
                {{end}}: { type: string, format: date-time }
        """), "notices.yaml").Spec!;

    /// <summary>Notices, known by their labels, as long as they have not ended.</summary>
    private sealed class Board(bool hidesEnded)
    {
        private readonly Dictionary<string, JsonElement> notices = new(StringComparer.Ordinal)
        {
            ["somebody's"] = JsonElement.Parse("""{"labels":{"of":"somebody's"},"endsAt":"2999-01-01T00:00:00Z"}"""),
        };

        public int Made { get; private set; }

        public int Ended { get; private set; }

        public IEnumerable<string> Shown => notices.Where(notice => !hidesEnded || !IsOver(notice.Value)).Select(notice => notice.Key);

        public async Task<RunResult> RunAsync(ApiSpec spec)
        {
            await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context));
            using var client = TestRunner.CreateClient();
            return await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), Sandbox(api.BaseUrl) with { Credentials = [] },
                cancellationToken: TestContext.Current.CancellationToken);
        }

        private async Task AnswerAsync(HttpContext context)
        {
            context.Request.Body.Position = 0;
            var body = JsonBody.Parse(Encoding.UTF8.GetBytes(await new StreamReader(context.Request.Body).ReadToEndAsync()));
            (context.Response.StatusCode, var answer) = (context.Request.Method, context.Request.Path.Value) switch
            {
                ("GET", "/notices") => (200, Listed()),
                ("POST", "/notices") when body is { ValueKind: JsonValueKind.Array } sent && sent.EnumerateArray().All(IsNotice) => (200, Take(sent)),
                ("POST", "/notices") => (400, null),
                (_, "/notices") => (405, null),
                _ => (404, (object?)null),
            };
            if (context.Response.StatusCode == 405) context.Response.Headers.Allow = "GET, POST";
            if (answer is not null) await context.Response.WriteAsJsonAsync(answer);
        }

        private JsonElement[] Listed()
        {
            lock (notices) return [.. Shown.Select(name => notices[name])];
        }

        private object? Take(JsonElement sent)
        {
            lock (notices)
            {
                foreach (var notice in sent.EnumerateArray())
                {
                    Made++;
                    if (IsOver(notice, since: TimeSpan.FromMinutes(10))) Ended++;
                    notices[notice.GetProperty("labels").GetRawText()] = notice.Clone();
                }
            }

            return null;
        }

        private static bool IsNotice(JsonElement item) =>
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty("labels", out var labels) && labels.ValueKind == JsonValueKind.Object;

        private static bool IsOver(JsonElement notice, TimeSpan? since = null) =>
            notice.TryGetProperty("endsAt", out var end) && end.ValueKind == JsonValueKind.String && end.TryGetDateTimeOffset(out var time)
            && time < TimeProvider.System.GetUtcNow() && (since is not { } limit || time > TimeProvider.System.GetUtcNow() - limit);
    }
}
