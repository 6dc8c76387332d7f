using IntegrationCopilot.MockGen;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What the answer to a request with one mistake, and to one without, says about an API.</summary>
public sealed class VerdictTests
{
    private static readonly BrokenRule TooLarge = new() { Kind = RuleKind.Range, Place = "/n", Sent = Json("11"), Allowed = "maximum 10", Line = 7 };

    [Theory]
    [InlineData(201, CaseStatus.Fail)]
    [InlineData(400, CaseStatus.Pass)]
    [InlineData(422, CaseStatus.Pass)]
    [InlineData(401, CaseStatus.NoVerdict)]
    [InlineData(403, CaseStatus.NoVerdict)]
    [InlineData(405, CaseStatus.NoVerdict)]
    [InlineData(409, CaseStatus.NoVerdict)]
    [InlineData(412, CaseStatus.NoVerdict)]
    [InlineData(415, CaseStatus.NoVerdict)]
    [InlineData(429, CaseStatus.NoVerdict)]
    [InlineData(302, CaseStatus.NoVerdict)]
    [InlineData(500, CaseStatus.Fail)]
    [InlineData(503, CaseStatus.NoVerdict)]
    public async Task Refused_ControlSucceeded_DependsOnTheStatus(int status, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, status));
        var result = await RunDirectlyAsync(api, Case(Broken(TooLarge)));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(422)]
    [InlineData(500)]
    public async Task Refused_ControlDidNot_SaysNothingAndIsNotSent(int status)
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 409, status));
        var result = await RunDirectlyAsync(api, Case(Broken(TooLarge)));
        result.Status.Should().Be(CaseStatus.NoVerdict, result.Reason);
        result.Reason.Should().Contain("409 Conflict").And.Contain("Because 409.");
        api.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("400", 422, CaseStatus.Warn)]
    [InlineData("400", 400, CaseStatus.Pass)]
    [InlineData("4XX", 422, CaseStatus.Pass)]
    [InlineData("default", 422, CaseStatus.Pass)]
    [InlineData("404", 422, CaseStatus.Pass)]
    [InlineData("409", 409, CaseStatus.NoVerdict)]
    public async Task Refused_AsOrNotAsDescribed_WarnsOnlyWhereAnotherRefusalIsDescribed(string described, int status, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, status));
        var result = await RunDirectlyAsync(api, Case(Broken(TooLarge, described)));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData(null, 401, CaseStatus.Pass)]
    [InlineData(null, 403, CaseStatus.Pass)]
    [InlineData(null, 404, CaseStatus.Pass)]
    [InlineData("401", 404, CaseStatus.Warn)]
    [InlineData("401", 401, CaseStatus.Pass)]
    [InlineData("418", 418, CaseStatus.Pass)]
    [InlineData(null, 400, CaseStatus.NoVerdict)]
    [InlineData(null, 429, CaseStatus.NoVerdict)]
    [InlineData(null, 200, CaseStatus.Fail)]
    public async Task Refused_Credentials_DependsOnWhatIsDescribed(string? described, int status, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((number, context) => AnswerAsync(context, number == 1 ? 201 : status, status));
        var step = Broken(new BrokenRule { Kind = RuleKind.Credentials }, described is null ? [] : [described]) with { Credentials = StepCredentials.None };
        var result = await RunDirectlyAsync(api, Case(step));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Fact]
    public async Task Refused_Accepted_SaysWhatWasSentAndWhatWasExpected()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 201));
        var result = await RunDirectlyAsync(api, Case(Broken(TooLarge)));
        result.Reason.Should().Be(
            "the request is refused: sent /n = 11 (maximum 10, line 7): expected 400 or 422, got 201. Ground: the schema.");
    }

    [Theory]
    [InlineData(201, false, CaseStatus.Pass)]
    [InlineData(400, false, CaseStatus.NoVerdict)]
    [InlineData(400, true, CaseStatus.Fail)]
    [InlineData(422, true, CaseStatus.Fail)]
    [InlineData(404, true, CaseStatus.NoVerdict)]
    [InlineData(409, true, CaseStatus.NoVerdict)]
    [InlineData(429, true, CaseStatus.NoVerdict)]
    [InlineData(405, false, CaseStatus.Fail)]
    [InlineData(500, false, CaseStatus.Fail)]
    public async Task Succeeds_OnARealApi_BlamesItOnlyWhenNoValueCanBeToBlame(int status, bool explained, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, status, status));
        var result = await RunAsync(api, Case(Post("create", "{}", new SucceedsAssertion { Explained = explained })));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Fact]
    public async Task Succeeds_TheSameButForOneAllowedValueDid_IsTheApisFault()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 400));
        var step = Post("boundary", """{ "n": 10, "broken": true }""", new SucceedsAssertion());
        var result = await RunAsync(api, Case(step with { Control = Post("minimal", "{}").Request }));
        result.Status.Should().Be(CaseStatus.Fail);
        result.Reason.Should().Contain("the same request without this change succeeded");
    }

    [Fact]
    public async Task Control_ManyCasesAsk_IsSentOnceAndItsTraceBelongsToAll()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, 400));
        var shared = Post("create", "{}", new SucceedsAssertion()) with { Shared = true };
        var suite = Suite([Case(shared) with { Id = "positive" },
            .. Enumerable.Range(0, 5).Select(number => Case(Broken(TooLarge)) with { Id = $"negative-{number}" })]);
        var result = await RunAsync(suite, Sandbox(api.BaseUrl));
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Pass);
        api.Requests.Count(asked => asked is { Method: "POST", Body: "{}" }).Should().Be(1);
        result.Cases.Skip(1).Should().OnlyContain(item => item.TraceIds.Contains(result.Cases[0].TraceIds.Single()));
    }

    private static TestStep Broken(BrokenRule rule, params string[] described) => Post("call", """{ "n": 11, "broken": true }""",
        new RefusedAssertion(rule) { Described = described, Ground = "the schema" }) with { Control = Post("control", "{}").Request };

    private static async Task AnswerAsync(HttpContext context, int whole, int broken)
    {
        context.Request.Body.Position = 0;
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        context.Response.StatusCode = body.Contains("broken", StringComparison.Ordinal) ? broken : whole;
        await context.Response.WriteAsJsonAsync(new { id = "1", detail = $"Because {context.Response.StatusCode}." });
    }
}
