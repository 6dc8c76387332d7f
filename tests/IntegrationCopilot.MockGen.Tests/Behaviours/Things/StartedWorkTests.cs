using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Work that is accepted with 202: the answer leads to what tells of it, and asking there comes to an end.</summary>
public sealed class StartedWorkTests
{
    private static string Exports(string accepted) => $$"""
        openapi: 3.1.0
        info: { title: Exports, version: "1" }
        servers: [{ url: https://api.example.com/v1 }]
        paths:
          /exports:
            post:
              operationId: startExport
              requestBody: { content: { application/json: { schema: { type: object, properties: { from: { type: string } } } } } }
              responses: { "202": {{accepted}} }
          /jobs:
            get: { operationId: listJobs, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Job" } } } } } } }
          /jobs/{jobId}:
            parameters: [{ name: jobId, in: path, required: true, schema: { type: string } }]
            get: { operationId: getJob, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Job" } } } } } }
        components:
          schemas:
            Job:
              type: object
              required: [id, status, done]
              properties: { id: { type: string, format: uuid }, status: { enum: [queued, running, succeeded, failed] }, done: { type: boolean }, progress: { type: integer }, finished_at: { type: string, format: date-time } }
        """;

    private const string Named = """{ description: accepted, content: { application/json: { schema: { type: object, required: [job_id, status_url], properties: { job_id: { type: string }, status_url: { type: string, format: uri } } } } } }""";
    private const string Whole = """{ description: accepted, content: { application/json: { schema: { $ref: "#/components/schemas/Job" } } } }""";
    private const string Wrapped = """{ description: accepted, content: { application/json: { schema: { type: object, required: [job], properties: { job: { $ref: "#/components/schemas/Job" } } } } } }""";
    private const string Header = """{ description: accepted, headers: { Operation-Location: { schema: { type: string } }, Retry-After: { schema: { type: integer } } } }""";
    private const string Silent = """{ description: accepted }""";

    [Theory]
    [InlineData(Named, "")]
    [InlineData(Named, "/v1")]
    [InlineData(Whole, "")]
    [InlineData(Wrapped, "/v1")]
    [InlineData(Header, "/v1")]
    [InlineData(Silent, "")]
    public async Task Post_Accepted_IsFollowedToItsEnd(string accepted, string basePath)
    {
        using var mock = new Talking(Exports(accepted));
        await mock.AskAsync($"POST {basePath}/exports", "{}");
        var started = await mock.AskAsync($"POST {basePath}/exports", "{}");
        started.Status.Should().Be(202);
        var address = AddressIn(started, basePath);
        address.Should().StartWith($"{basePath}/jobs/");
        var first = await mock.AskAsync($"GET {address}");
        (first.Status, first["status"], first["done"], address.EndsWith($"/{first["id"]}", StringComparison.Ordinal)).Should()
            .Be((200, "queued", "false", true));
        var states = new List<string?>();
        for (var i = 0; i < 3; i++) states.Add((await mock.AskAsync($"GET {address}"))["status"]);
        states[^1].Should().Be("succeeded");
        var last = await mock.AskAsync($"GET {address}");
        (last["done"], last["id"]).Should().Be(("true", first["id"]));
        (await mock.AskAsync($"GET {basePath}/jobs")).Text.Should().Contain(first["id"]!, "work has its place in the list");
    }

    [Fact]
    public async Task Post_TwoAtOnce_AreTwoJobs()
    {
        using var mock = new Talking(Exports(Whole));
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => mock.AskAsync("POST /exports", "{}")));
        started.Select(s => s["id"]).Should().OnlyHaveUniqueItems();
    }

    private static string AddressIn(Told started, string basePath)
    {
        if ((started.Header("Location") ?? started.Header("Operation-Location")) is { } told) return Path(told);
        var body = (JsonObject)started.Json;
        if (body["status_url"].ScalarText() is { } url)
        {
            url.Should().EndWith($"/{started["job_id"]}");
            return Path(url);
        }
        var job = body["job"] as JsonObject ?? body;
        return $"{basePath}/jobs/{job["id"]}";
    }

    private static string Path(string address) => address.StartsWith('/') ? address : new Uri(address).AbsolutePath;
}
