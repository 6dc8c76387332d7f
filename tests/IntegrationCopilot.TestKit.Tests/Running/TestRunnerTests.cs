using System.Collections.Concurrent;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

public sealed class TestRunnerTests
{
    [Fact]
    public async Task RunAsync_AssertionsHold_Passes()
    {
        await using var api = await TestApi.StartAsync();
        var result = await RunAsync(api, Case(Get("list", Status("2XX"), new BodyExistsAssertion("/id"))));
        result.Status.Should().Be(CaseStatus.Pass);
        result.Assertions.Should().HaveCount(2).And.OnlyContain(assertion => assertion.Passed);
        result.TraceIds.Should().HaveCount(1);
    }

    [Fact]
    public async Task RunAsync_AssertionDoesNotHold_FailsAndTeaches()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 200;
            return context.Response.WriteAsJsonAsync(new { detail = "Come in." });
        });
        var step = Get("list", Status("401") with { Ground = "#/paths/~1items" }) with { Credentials = StepCredentials.None };
        var result = await RunAsync(api, Case(step, Get("never", Status("200"))));
        result.Status.Should().Be(CaseStatus.Fail);
        result.Reason.Should()
            .Be("the status is 401: the answer was 200 OK ('Come in.'): the API let a request without credentials in. Ground: #/paths/~1items.");
        result.Assertions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{ "detail": "\ud800" }""", "('\ufffd')")]
    [InlineData("""{ "detail": "\ud83d\ude00 \\ud800" }""", @"('😀 \ud800')")]
    [InlineData("""{ "\ud800": 1, "detail": "half" }""", "('half')")]
    [InlineData("""{ "\ud800etail": 1 }""", "200 OK")]
    public async Task RunAsync_AnswerHoldsHalfASurrogatePair_IsJudgedLikeAnyOther(string body, string quoted)
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Response.WriteAsync(body));
        var result = await RunAsync(api, Case(Get("list", Status("401"), new BodyExistsAssertion("/detail"))));
        result.Status.Should().Be(CaseStatus.Fail);
        result.Reason.Should().Contain(quoted);
    }

    [Fact]
    public async Task RunAsync_ServerDoesNotAnswer_EveryCaseIsAnErrorAndTheRunCompletes()
    {
        var result =
            await RunAsync(Suite(Case(Get("a", Status("200"))), Case(Get("b", Status("200"))) with { Id = "second" }), Sandbox(new Uri("http://127.0.0.1:9/")));
        result.Cases.Should()
            .HaveCount(2).And.OnlyContain(item => item.Status == CaseStatus.Error && item.Reason!.StartsWith("http://127.0.0.1:9/ did not answer: "));
        result.Succeeded.Should().BeFalse();
    }

    [Fact]
    public async Task RunAsync_CredentialsRefused_CasesSaySoOnceAndNothingElseIsSent()
    {
        await using var api = await TestApi.StartAsync((_, context) => Task.FromResult(context.Response.StatusCode = 401));
        var result = await RunAsync(api, Case(Post("create", "{}", Status("201"))));
        result.Status.Should().Be(CaseStatus.Error);
        result.Reason.Should().StartWith("The credentials of this environment are refused: GET /items answered 401 Unauthorized.");
        api.Requests.Should().NotContain(request => request.Method == "POST");
    }

    [Fact]
    public async Task RunAsync_NoCredentialsGivenAndRefused_IsNoVerdict()
    {
        await using var api = await TestApi.StartAsync((_, context) => Task.FromResult(context.Response.StatusCode = 401));
        var result = (await RunAsync(Suite(Case(Get("list", Status("200")))), Sandbox(api.BaseUrl) with { Credentials = [] })).Cases.Single();
        result.Status.Should().Be(CaseStatus.NoVerdict);
        result.Reason.Should().Contain("no credentials were given");
    }

    [Theory]
    [InlineData(StepCredentials.Valid, "the-real-key-0001")]
    [InlineData(StepCredentials.None, null)]
    [InlineData(StepCredentials.Malformed, "")]
    [InlineData(StepCredentials.Short, "x")]
    [InlineData(StepCredentials.Expired, "old-token")]
    public async Task RunAsync_CredentialsOfStep_AreSent(StepCredentials kind, string? expected)
    {
        await using var api = await TestApi.StartAsync();
        var options = new RunOptions { Values = new Dictionary<string, string> { ["expired_token"] = "old-token" } };
        await RunDirectlyAsync(api, Case(Get("list", Status("200")) with { Credentials = kind }), options);
        api.Requests.Single().Headers.GetValueOrDefault("X-API-Key").Should().Be(expected);
    }

    [Fact]
    public async Task RunAsync_OtherCaller_IsSentWhereGivenAndElseNotApplicable()
    {
        await using var api = await TestApi.StartAsync();
        var suite = Suite(Case(Get("list", Status("200")) with { Credentials = StepCredentials.OtherCaller }));
        var without = (await RunAsync(suite, Sandbox(api.BaseUrl))).Cases.Single();
        without.Status.Should().Be(CaseStatus.NotApplicable);
        without.Reason.Should().Contain("--other-api-key");
        var other = new ApiKeyCredentials("X-API-Key", ApiKeyLocation.Header, "the-other-key-0002");
        (await RunAsync(suite, Sandbox(api.BaseUrl) with { OtherCredentials = [other] })).Cases.Single().Status.Should().Be(CaseStatus.Pass);
        api.Requests.Last().Headers["X-API-Key"].Should().Be("the-other-key-0002");
    }

    [Fact]
    public async Task RunAsync_WrongCredentials_HaveTheFormOfTheRealOnes()
    {
        await using var api = await TestApi.StartAsync();
        await RunDirectlyAsync(api, Case(Get("list", Status("200")) with { Credentials = StepCredentials.Wrong }));
        api.Requests.Single().Headers["X-API-Key"].Should().MatchRegex("^[a-z]{3}-[a-z]{4}-[a-z]{3}-[0-9]{4}$").And.NotBe("the-real-key-0001");
    }

    [Fact]
    public async Task RunAsync_RequiredValueMissing_IsAnErrorThatNamesIt()
    {
        await using var api = await TestApi.StartAsync();
        var test = Case(Post("create", """{ "account": "{{ test_account }}" }""", Status("201"))) with { Variables =
            [new TestVariable { Name = "test_account", Description = "an account of the sandbox" }] };
        var result = await RunAsync(api, test);
        result.Status.Should().Be(CaseStatus.Error);
        result.Reason.Should().Be("A value for 'test_account' is required (an account of the sandbox).");
    }

    [Fact]
    public async Task RunAsync_InventedValueElsewhereThanMock_IsSkipped()
    {
        await using var api = await TestApi.StartAsync();
        var test = Case(Post("create", """{ "id": "{{ id }}", "to": "{{ to }}" }""", Status("200"))) with
        {
            Variables = [.. ((string[])["id", "to", "unused"]).Select(name => new TestVariable { Name = name, Default = "made-up", Invented = true })],
        };
        var skipped = await RunAsync(api, test);
        skipped.Status.Should().Be(CaseStatus.Skip);
        skipped.Reason.Should().Be("It needs values of this environment for 'id' and 'to': the document names no call that tells what to take, and what is made up is good for the mock only.");
        (await RunDirectlyAsync(api, test)).Status.Should().Be(CaseStatus.Pass);
    }

    [Fact]
    public async Task RunAsync_FreshVariable_IsAUuidThatTheRunIdRepeats()
    {
        await using var api = await TestApi.StartAsync();
        var test = Case(Post("create", """{ "key": "{{ key }}" }""", Status("200"))) with { Variables = [new TestVariable { Name = "key", Fresh = true }] };
        foreach (var run in (string[])["one", "one", "two"]) await RunDirectlyAsync(api, test, new RunOptions { RunId = run });
        var bodies = api.Requests.Select(request => request.Body).ToList();
        bodies[0].Should().Be(bodies[1]).And.NotBe(bodies[2]);
        Guid.TryParse(Json(bodies[0]).GetProperty("key").GetString(), out _).Should().BeTrue();
    }

    [Fact]
    public async Task RunAsync_CapturedValue_IsUsedByLaterSteps()
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Response.WriteAsJsonAsync(new { id = "a/b" }));
        var look = new TestStep { Name = "look",
            Request = new StepRequest { Method = "GET", Path = "/items/{id}",
            PathValues = new Dictionary<string, System.Text.Json.JsonElement> { ["id"] = Json("\"{{ made }}\"") } },
            Assertions = [new BodyEqualsAssertion("/id", Json("\"{{ made }}\""))] };
        var result = await RunDirectlyAsync(api, Case(Post("create", "{}", Status("200")) with { Captures = [new StepCapture("made", "/id")] }, look));
        result.Status.Should().Be(CaseStatus.Pass);
        api.Requests.Last().Url.Should().Be("/items/a%2Fb");
    }

    [Fact]
    public async Task RunAsync_CaptureMissing_IsNoVerdict()
    {
        await using var api = await TestApi.StartAsync();
        var result = await RunDirectlyAsync(api, Case(Get("list", Status("200")) with { Captures = [new StepCapture("etag", Header: "ETag")] }));
        result.Status.Should().Be(CaseStatus.NoVerdict);
        result.Reason.Should().Be("The answer of step 'list' has no header ETag, which later steps need as 'etag'.");
    }

    [Fact]
    public async Task RunAsync_ProfileDecides_OptionalFailuresWarnAndNotApplicableIsSkipped()
    {
        await using var api = await TestApi.StartAsync();
        var profile =
            new TestProfile { Groups = [new GroupProfile("items",
            [new(TestCategoryIds.CreateResource, TestSetting.Optional, true), new(TestCategoryIds.Retry, TestSetting.NotApplicable, true)])] };
        var suite = Suite(Case(Get("list", Status("500"))), Case(Get("list", Status("500"))) with { Id = "retry", Category = TestCategoryIds.Retry });
        var result = await RunAsync(suite, Sandbox(api.BaseUrl), new RunOptions { Profile = profile });
        result.Cases[0].Should().Match<CaseResult>(item => item.Status == CaseStatus.Warn && item.Setting == TestSetting.Optional && !item.IsBlocking);
        result.Cases[1].Status.Should().Be(CaseStatus.Skip);
    }

    [Fact]
    public async Task RunAsync_Traces_HoldNoSecretAndAreSignable()
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Response.WriteAsync("the-real-key-0001 and swordfish-12 came back"));
        var traces = new ConcurrentQueue<ApiTrace>();
        var options = new RunOptions { OnTrace = (trace, _) => { traces.Enqueue(trace); return Task.CompletedTask; },
            Values = new Dictionary<string, string> { ["word"] = "swordfish-12" } };
        var test = Case(Post("create", """{ "note": "{{ word }}" }""", new BodyExistsAssertion("/id"))) with { Variables =
            [new TestVariable { Name = "word", Secret = true }] };
        var result = await RunDirectlyAsync(api, test, options);
        result.Reason.Should().NotContain("the-real-key-0001").And.NotContain("swordfish-12");
        traces.Select(trace => System.Text.Encoding.UTF8.GetString(TraceJson.Serialize(trace))).Should().ContainSingle().Which.Should()
            .NotContain("the-real-key-0001").And.NotContain("swordfish-12");
        result.TraceIds.Should().Equal(traces.Select(trace => trace.Id));
    }

    [Fact]
    public async Task RunAsync_Cancelled_GivesTheResultsSoFar()
    {
        using var stop = new CancellationTokenSource();
        await using var api = await TestApi.StartAsync(async (number, context) =>
        {
            if (number > 1) await stop.CancelAsync();
            await context.Response.WriteAsJsonAsync(new { id = "1" });
        });
        var tests = Enumerable.Range(1, 5).Select(number => Case(Get("list", Status("200"))) with { Id = $"case-{number}" });
        var result = await RunAsync(Suite([.. tests]), Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Mock }, new RunOptions { MaxConcurrency = 1 },
            stop.Token);
        result.IsCancelled.Should().BeTrue();
        result.Succeeded.Should().BeFalse();
        result.Cases[0].Status.Should().Be(CaseStatus.Pass);
        result.Cases[^1].Should().Match<CaseResult>(item => item.Status == CaseStatus.Skip && item.Reason!.Contains("cancelled"));
    }

    [Fact]
    public async Task RunAsync_Progress_CountsEveryCase()
    {
        await using var api = await TestApi.StartAsync();
        var heard = new List<RunProgress>();
        var suite = Suite(Case(Get("a", Status("200"))), Case(Get("b", Status("200"))) with { Id = "b" },
            Case() with { Id = "c", Applicable = false, Reason = "No writes." });
        await RunAsync(suite, Sandbox(api.BaseUrl), new RunOptions { Progress = new Recorder(heard) });
        heard.Select(progress => (progress.Total, progress.Done)).Should().Equal((2, 0), (2, 1), (2, 2));
    }

    [Fact]
    public async Task RunAsync_PreferAndCustomHeaders_PreferGoesToTheMockOnly()
    {
        await using var api = await TestApi.StartAsync();
        var test = Case(Get("list", Status("200")) with { Mock = new MockControl { Status = 503, RetryAfterSeconds = 1 } });
        await RunAsync(Suite(test), Sandbox(api.BaseUrl) with { Headers = [new("X-Tenant", "acme")] });
        api.Requests.Should().OnlyContain(request => !request.Headers.ContainsKey("Prefer") && request.Headers["X-Tenant"] == "acme");
        await RunDirectlyAsync(api, test);
        api.Requests.Last().Headers["Prefer"].Should().Be("code=503, retry-after=1");
    }

    [Fact]
    public async Task RunAsync_BaseUrlIsNoUrl_Throws()
    {
        var run = () => RunAsync(Suite(), Sandbox(new Uri("ftp://127.0.0.1/")));
        await run.Should().ThrowAsync<ArgumentException>();
    }

    private sealed class Recorder(List<RunProgress> heard) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => heard.Add(value);
    }
}
