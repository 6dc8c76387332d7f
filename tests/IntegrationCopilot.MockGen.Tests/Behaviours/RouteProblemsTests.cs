using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A request that nothing matches is told why, field by field.</summary>
public sealed class RouteProblemsTests
{
    private const string Api = """
        openapi: 3.0.3
        info: { title: Routes, version: "1" }
        servers: [{ url: https://api.example/v1 }]
        paths:
          /payments:
            get: { operationId: listPayments, responses: { "200": { description: ok } } }
            post: { operationId: createPayment, responses: { "201": { description: ok } } }
          /payments/{id}/capture:
            post: { operationId: capturePayment, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "200": { description: ok } } }
        """;

    [Theory]
    [InlineData("GET", "paymnts", 404, "GET /payments", "'paymnts'")]
    [InlineData("POST", "v1/payments/7/captur", 404, "POST /payments/{id}/capture", "'captur'")]
    [InlineData("POST", "payments/7", 404, "POST /payments/{id}/capture", "'capture' is missing")]
    [InlineData("PATCH", "payments", 405, "GET /payments", "the method is GET, not PATCH")]
    public async Task Send_NothingMatches_NamesTheNearestAndWhatDiffers(string method, string path, int status, string nearest, string told)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var answer = await mock.SendAsync(method, path, null);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((status, "application/problem+json"));
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        problem.GetProperty("nearest").EnumerateArray().Select(n => n.GetProperty("operation").GetString()).Should().Contain(nearest);
        problem.GetProperty("nearest").GetRawText().Should().Contain(told);
        problem.GetProperty("detail").GetString().Should().Contain("nearest operation is");
    }

    [Fact]
    public async Task Send_NothingIsNear_SaysSoWithoutGuessing()
    {
        await using var mock = await MockSession.StartAsync("""{ openapi: 3.0.3, info: { title: Empty, version: "1" }, paths: {} }""");
        var answer = await mock.SendAsync("GET", "anything", null);
        ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).TryGetProperty("nearest", out _)).Should().Be((404, false));
    }
}
