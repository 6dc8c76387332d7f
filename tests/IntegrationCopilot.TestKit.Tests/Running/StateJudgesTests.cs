using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Each judge of what is kept sees an API that keeps it, and one that does not.</summary>
public sealed class StateJudgesTests
{
    private const string Sent = """{ "name": "Ann ", "at": "2026-01-01T00:00:00Z", "price": "1.50", "tags": ["a", "b"], "address": { "city": "Ulm" }, "none": null }""";

    public static TheoryData<string, bool, CaseStatus, string> Kept { get; } = new()
    {
        { Sent, true, CaseStatus.Pass, "" },
        { """{ "name": "ann", "at": "2026-01-01T01:00:00+01:00", "price": 1.5, "tags": ["b", "a"], "address": { "city": "Ulm", "zip": null } }""", true,
            CaseStatus.Pass, "" },
        { """{ "name": "Bob", "at": "2026-01-01T00:00:00Z", "price": "1.50", "tags": ["a", "b"], "address": { "city": "Ulm" } }""", true, CaseStatus.Fail,
            "and it is \"Bob\"" },
        { """{ "name": "Bob", "at": "2026-01-01T00:00:00Z", "price": "1.50", "tags": ["a", "b"], "address": { "city": "Ulm" } }""", false, CaseStatus.Warn,
            "and it is \"Bob\"" },
        { """{ "name": null, "at": "2026-01-01T00:00:00Z", "price": "1.50", "tags": ["a", "b"], "address": { "city": "Ulm" } }""", false, CaseStatus.Fail,
            "and it is not there" },
        { """{ "name": "Ann", "at": "2026-01-01T00:00:05Z", "price": "1.50", "tags": ["a", "b"], "address": { "city": "Ulm" } }""", true, CaseStatus.Fail,
            "sent at" },
        { """{ "name": "Ann", "at": "2026-01-01T00:00:00Z", "price": "1.5", "tags": ["a"], "address": { "city": "Ulm" } }""", true, CaseStatus.Fail,
            "sent tags" },
        { """{ "name": "Ann", "at": "2026-01-01T00:00:00Z", "price": "1.5", "tags": ["a", "b"], "address": {} }""", true, CaseStatus.Fail, "sent address" },
    };

    [Theory, MemberData(nameof(Kept))]
    public async Task Written_Read_IsWhatWasSent(string read, bool exact, CaseStatus expected, string reason)
    {
        await using var api = await TestApi.StartAsync((_, context) => context.Response.WriteAsync($$"""{ "data": {{read}} }"""));
        var written = new WrittenAssertion("create", "", "/data", ["name", "at", "price", "tags", "address", "none"]) { Exact = exact };
        var result = await RunDirectlyAsync(api, Case(Post("create", Sent), Get("read", written)));
        result.Status.Should().Be(expected, result.Reason);
        if (reason.Length > 0) result.Reason.Should().Contain(reason);
    }

    [Theory]
    [InlineData("""{ "a": 1, "b": 3 }""", CaseStatus.Pass, "")]
    [InlineData("""{ "a": 2, "b": 2 }""", CaseStatus.Fail, "a was 1, and is 2 now")]
    [InlineData("""{ "b": 2 }""", CaseStatus.Fail, "a was 1, and it is not there any more")]
    public async Task Unchanged_Later_IsAsBefore(string later, CaseStatus expected, string reason)
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync(number == 1 ? """{ "a": 1, "b": 2 }""" : later));
        var result = await RunDirectlyAsync(api, Case(Get("before"), Get("after", new UnchangedAssertion("before", "", ["a", "c"]))));
        result.Status.Should().Be(expected, result.Reason);
        if (reason.Length > 0) result.Reason.Should().Contain(reason);
    }

    [Theory]
    [InlineData(200, """{ "a": 0 }""", CaseStatus.Pass)]
    [InlineData(200, """{ "a": 97 }""", CaseStatus.Fail)]
    [InlineData(200, """{ "a": "97" }""", CaseStatus.Fail)]
    [InlineData(200, "{}", CaseStatus.NoVerdict)]
    [InlineData(422, "{}", CaseStatus.Pass)]
    [InlineData(429, "{}", CaseStatus.NoVerdict)]
    public async Task NotTaken_Answer_HasAnotherValueOrIsARefusal(int status, string body, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        var result = await RunDirectlyAsync(api, Case(Post("call", """{ "a": 97 }""", new NotTakenAssertion("/a", Json("97")))));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData("3.1.0", "\"hunter2\"", CaseStatus.Fail)]
    [InlineData("3.0.3", "\"hunter2\"", CaseStatus.Warn)]
    [InlineData("3.1.0", "\"\"", CaseStatus.Pass)]
    [InlineData("3.1.0", "null", CaseStatus.Pass)]
    [InlineData("3.1.0", "\"********\"", CaseStatus.Pass)]
    public async Task Conforms_WriteOnlyShown_FailsOrWarnsByTheDocument(string version, string secret, CaseStatus expected)
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes($$"""
            openapi: {{version}}
            info: { title: Items, version: '1' }
            paths:
              /items:
                get:
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { properties: { name: {}, secret: { writeOnly: true } } } } } }
            """), "items.yaml").Spec!;
        await using var api = await TestApi.StartAsync(
            (_, context) => context.Response.WriteAsJsonAsync(Json($$"""{ "name": "Ann", "secret": {{secret}} }""")));
        using var client = TestRunner.CreateClient();
        var target = Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Mock };
        var result = (await new TestRunner(spec, client).RunAsync(Suite(Case(Get("list", new ConformsAssertion()))), target, null,
            TestContext.Current.CancellationToken)).Cases.Single();
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData("""{ "a": null }""", CaseStatus.Pass)]
    [InlineData("{}", CaseStatus.Pass)]
    [InlineData("""{ "a": 1 }""", CaseStatus.Fail)]
    public async Task Removed_Later_IsGone(string later, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((number, context) => context.Response.WriteAsync(number == 1 ? """{ "a": 1 }""" : later));
        var result = await RunDirectlyAsync(api, Case(Get("before"), Get("after", new RemovedAssertion("/a", "before"))));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData(404, "create", CaseStatus.Fail)]
    [InlineData(410, "create", CaseStatus.Fail)]
    [InlineData(404, null, CaseStatus.NoVerdict)]
    public async Task Succeeds_WhatWasMadeIsNotThere_Fails(int status, string? madeBy, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            if (context.Request.Method == "GET") context.Response.StatusCode = status;
            return context.Response.WriteAsJsonAsync(new { id = "1" });
        });
        var result = await RunAsync(api, Case(Post("create", "{}"), Get("read", new SucceedsAssertion { MadeBy = madeBy })));
        result.Status.Should().Be(expected, result.Reason);
    }
}
