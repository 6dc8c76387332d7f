using IntegrationCopilot.MockGen;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

public sealed class JudgesTests
{
    public static TheoryData<string, TestAssertion, string?> Assertions { get; } = new()
    {
        { "status", Status("200"), null },
        { "range", Status("2XX"), null },
        { "excepted", Status("2XX") with { Except = ["200"] }, "the status is 2XX but not 200: the answer was 200 OK." },
        { "conforms", new ConformsAssertion(), null },
        { "header", new HeaderAssertion("x-answer", "[0-9]+"), null },
        { "header pattern", new HeaderAssertion("X-Answer", "[a-z]+"), "the header X-Answer is present and is [a-z]+: the header X-Answer is '42'." },
        { "header absent", new HeaderAssertion("ETag"), "the header ETag is present: the header ETag is missing; the answer was 200 OK." },
        { "body exists", new BodyExistsAssertion("/items/0/id"), null },
        { "body absent", new BodyExistsAssertion("/items/5"), "the body has /items/5: the body has nothing at /items/5; the answer was 200 OK." },
        { "body equals", new BodyEqualsAssertion("/total", Json("1.0")), null },
        { "body differs", new BodyEqualsAssertion("/total", Json("2")), "/total is 2: /total is 1, not 2." },
        { "no error", new ErrorShapeAssertion(), "the error has the described shape: the answer was 200 OK, which is no error." },
        { "in time", new DurationAssertion(null, 600_000), null },
        { "too quick", new DurationAssertion(600_000, null), "the step takes at least 600000 ms: it took " },
        { "no silence", new TimesOutAssertion(), "no answer comes in time: the answer was 200 OK after " },
    };

    [Theory]
    [MemberData(nameof(Assertions))]
    public async Task Of_Assertion_HoldsOrTeaches(string name, TestAssertion assertion, string? reason)
    {
        name.Should().NotBeEmpty();
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.Headers["X-Answer"] = "42";
            return context.Response.WriteAsync("""{ "total": 1, "items": [{ "id": "a" }] }""");
        });
        var result = await RunDirectlyAsync(api, Case(Get("list", assertion)));
        if (reason is null) result.Status.Should().Be(CaseStatus.Pass, result.Reason);
        else result.Reason.Should().StartWith(reason);
    }

    [Fact]
    public async Task Conforms_BodyDoesNot_FailsWithFindings()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 201;
            return context.Response.WriteAsJsonAsync(new { name = "no id" });
        });
        var result = await RunDirectlyAsync(api, Case(Post("create", "{}", new ConformsAssertion())));
        result.Status.Should().Be(CaseStatus.Fail);
        result.Assertions.Single().Findings.Should().ContainSingle().Which.Code.Should().Be("required");
    }

    [Fact]
    public async Task TimesOut_Silence_Holds()
    {
        await using var api = await TestApi.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var result = await RunDirectlyAsync(api, Case(Get("list", new TimesOutAssertion()) with { TimeoutMs = 100 }));
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
    }

    [Fact]
    public async Task Status_Silence_IsAnErrorNotAFailure()
    {
        await using var api = await TestApi.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var result = await RunDirectlyAsync(api, Case(Get("list", Status("200")) with { TimeoutMs = 100 }));
        result.Status.Should().Be(CaseStatus.Error);
        result.Reason.Should().Contain("did not answer: no answer within 0.1 s");
    }

    [Theory]
    [InlineData(false, CaseStatus.Pass)]
    [InlineData(true, CaseStatus.Fail)]
    public async Task OneEffect_Copies_AreComparedByWhatTheyMade(bool twice, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsJsonAsync(new { id = twice ? number : 1 }));
        var result = await RunDirectlyAsync(api, Case(Post("create", "{}", new OneEffectAssertion("/id")) with { Copies = 4 }));
        result.Status.Should().Be(expected, result.Reason);
        api.Requests.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(200, "1", CaseStatus.Pass)]
    [InlineData(409, "2", CaseStatus.Pass)]
    [InlineData(200, "2", CaseStatus.Fail)]
    [InlineData(500, "1", CaseStatus.Fail)]
    public async Task NoSecondEffect_Repeat_IsRefusedOrNamesTheSame(int status, string id, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((number, context) =>
        {
            if (number > 1) context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(new { id = number > 1 ? id : "1" });
        });
        var result = await RunDirectlyAsync(api, Case(Post("first", "{}", Status("200")), Post("again", "{}", new NoSecondEffectAssertion("/id", "first"))));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData(true, CaseStatus.Pass)]
    [InlineData(false, CaseStatus.Fail)]
    public async Task SameAssertions_Repeat_CompareByValue(bool same, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync(
            (number, context) => context.Response.WriteAsync(number == 1 || same ? """{ "id": 1, "n": 1.0 }""" : """{ "id": 2, "n": 1 }"""));
        var result = await RunDirectlyAsync(api,
            Case(Get("first", Status("200")), Get("again", new BodySameAssertion("/id", "first"), new ResponseSameAssertion("first"))));
        result.Status.Should().Be(expected, result.Reason);
    }
}
