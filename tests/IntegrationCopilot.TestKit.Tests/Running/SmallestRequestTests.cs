using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A defect shows the smallest request that was found to show it still.</summary>
public sealed class SmallestRequestTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.0.3
        info: { title: Orders, version: '1' }
        paths:
          /orders:
            get:
              parameters:
                - { name: from, in: query, required: true, schema: { type: string, enum: [first] } }
                - { name: limit, in: query, schema: { type: integer } }
                - { name: sort, in: query, schema: { type: string } }
              responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { type: string } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '201': { description: Made. }, '400': { description: Wrong. } }
          /orders/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            delete:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '204': { description: Gone. } }
        components:
          schemas:
            Order:
              type: object
              required: [item]
              properties: { item: { type: string }, count: { type: integer }, note: { type: string }, colour: { type: string }, gift: { type: boolean } }
        """), "orders.yaml").Spec!;

    private const string Whole = """{ "item": "a", "count": 1, "note": "n", "colour": "red", "gift": true }""";

    [Fact]
    public async Task Run_MistakeIsTaken_ShowsItWithNothingButWhatIsRequired()
    {
        var (result, sent) = await RunAsync(_ => 201, Broken(Whole.Replace("1", "\"1\"", StringComparison.Ordinal)));
        result.Defects.Single().Cause.LeftOut.Should().Be(3);
        result.Defects.Single().Cause.Curl.Should().Contain("""{"item":"a","count":"1"}""").And.NotContain("colour");
        sent.Should().HaveCount(3, "of the control, the whole and the smallest");
    }

    [Fact]
    public async Task Run_ServerFailsAtTwoMembersTogether_LeavesOutAllOthers()
    {
        var (result, sent) = await RunAsync(
            body => body.Contains("note", StringComparison.Ordinal) && body.Contains("gift", StringComparison.Ordinal) ? 500 : 201, Right(Whole));
        result.Defects.Single().Cause.Should().Match<CaseCause>(cause => cause.Kind == CauseKind.ServerFailed && cause.LeftOut == 2);
        result.Defects.Single().Cause.Curl.Should().Contain("note").And.Contain("gift").And.NotContain("colour").And.NotContain("count");
        sent.Should().HaveCountLessThanOrEqualTo(9);
    }

    [Fact]
    public async Task Run_NothingCanBeLeftOut_ShowsWhatWasSent()
    {
        var (result, _) = await RunAsync(body => body.Length > 55 ? 500 : 201, Right(Whole));
        result.Defects.Single().Cause.LeftOut.Should().Be(0);
        result.Defects.Single().Cause.Curl.Should().Contain("colour");
    }

    [Fact]
    public async Task Run_SameDefectInManyCases_IsMadeSmallerOnce()
    {
        var broken = Broken(Whole.Replace("1", "\"1\"", StringComparison.Ordinal));
        var (result, sent) = await RunAsync(_ => 201, broken with { Id = "first" }, broken with { Id = "second" }, broken with { Id = "third" });
        result.Defects.Single().Cases.Should().HaveCount(3);
        sent.Should().HaveCount(5, "of the control, three cases and one smaller request");
        result.Defects.Single().Cause.Curl.Should().NotContain("colour");
    }

    [Fact]
    public async Task Run_NothingMayBeSpent_SendsNothingMore()
    {
        var (result, sent) = await RunAsync(_ => 500, new RunOptions { ShrinkingRequests = 0 }, Right(Whole));
        sent.Should().ContainSingle();
        result.Defects.Single().Cause.LeftOut.Should().Be(0);
    }

    [Fact]
    public async Task Run_WhatDeletes_IsNotSentAgain()
    {
        var delete = Right(Whole);
        var (_, sent) = await RunAsync(_ => 500, delete with
        {
            Operation = "DELETE /orders/{id}",
            Steps = [delete.Steps[0] with { Request =
                delete.Steps[0].Request! with { Method = "DELETE", Path = "/orders/{id}",
                PathValues = new Dictionary<string, JsonElement> { ["id"] = Json("\"o1\"") } } }],
        });
        sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Run_QueryThatIsFailedAt_KeepsWhatIsRequired()
    {
        var query = new Dictionary<string, JsonElement> { ["from"] = Json("\"first\""), ["limit"] = Json("2"), ["sort"] = Json("\"up\"") };
        var (result, _) = await RunAsync(_ => 500, Case(new TestStep
        {
            Name = "call", Request = new StepRequest { Method = "GET", Path = "/orders", Query = query }, Assertions = [new RobustAssertion()],
        }));
        result.Defects.Single().Cause.LeftOut.Should().Be(2);
        result.Defects.Single().Cause.Curl.Should().Contain("from=first").And.NotContain("limit").And.NotContain("sort");
    }

    private static GoldenTest Right(string body) => Case(new TestStep { Name = "call", Request = Post(body), Assertions = [new SucceedsAssertion()] });

    private static GoldenTest Broken(string body) => Case(new TestStep
    {
        Name = "call",
        Request = Post(body),
        Control = Post(Whole),
        Assertions = [new RefusedAssertion(
            new BrokenRule { Kind = RuleKind.Type, Place = "/count", Sent = Json("\"1\""), Allowed = "integer", Line = 25 }) { Described = ["400"] }],
    });

    private static StepRequest Post(string body) =>
        new() { Method = "POST", Path = "/orders", Body = new StepBody { MediaType = "application/json", Json = Json(body) } };

    private static Task<(RunResult Result, IReadOnlyList<TestApi.Asked> Sent)> RunAsync(Func<string, int> status, params GoldenTest[] tests) =>
        RunAsync(status, new RunOptions(), tests);

    private static async Task<(RunResult Result, IReadOnlyList<TestApi.Asked> Sent)> RunAsync(
        Func<string, int> status, RunOptions options, params GoldenTest[] tests)
    {
        await using var api = await TestApi.StartAsync(async (_, context) =>
        {
            context.Request.Body.Position = 0;
            context.Response.StatusCode = status(await new StreamReader(context.Request.Body).ReadToEndAsync());
        });
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(Spec, client)
            .RunAsync(Suite(tests), Sandbox(api.BaseUrl) with { Credentials = [] }, options with { MaxConcurrency = 1, RemovesCreated = false },
            TestContext.Current.CancellationToken);
        return (result, [.. api.Requests.Where(asked => asked.Method != "GET" || tests[0].Steps[0].Request!.Method == "GET")]);
    }
}
