namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What the mock cannot check it lets pass, and says so.</summary>
public sealed class UncheckedSchemesTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: Schemes, version: "1" }
        paths:
          /digest: { get: { security: [{ d: [] }], responses: { "200": { description: ok } } } }
          /mtls: { get: { security: [{ m: [] }], responses: { "200": { description: ok } } } }
          /hawk: { get: { security: [{ h: [] }], responses: { "200": { description: ok } } } }
          /undeclared: { get: { security: [{ nowhere: [] }], responses: { "200": { description: ok } } } }
          /both: { get: { security: [{ key: [], m: [] }], responses: { "200": { description: ok } } } }
          /either: { get: { security: [{ m: [] }, { d: [] }, { key: [] }], responses: { "200": { description: ok } } } }
          /checked: { get: { security: [{ key: [] }], responses: { "200": { description: ok } } } }
        components:
          securitySchemes:
            d: { type: http, scheme: digest }
            m: { type: mutualTLS }
            h: { type: http, scheme: hawk }
            key: { type: apiKey, in: header, name: X-Key }
        """;

    [Theory]
    [InlineData("digest", null, 200, "'d' (HTTP digest) is not checked")]
    [InlineData("mtls", null, 200, "'m' (mutual TLS) is not checked")]
    [InlineData("hawk", null, 200, "'h' (HTTP hawk) is not checked")]
    [InlineData("undeclared", null, 200, "'nowhere' (not declared) is not checked")]
    [InlineData("both", null, 401, "'m' (mutual TLS) is not checked")]
    [InlineData("both", "X-Key: mock-api-key", 200, "'m' (mutual TLS) is not checked")]
    [InlineData("either", null, 401, "is not checked")]
    [InlineData("either", "X-Key: mock-api-key", 200, "is not checked")]
    [InlineData("either", "Authorization: Digest username=\"me\"", 200, "is not checked")]
    [InlineData("checked", "X-Key: mock-api-key", 200, null)]
    public async Task Get_SchemeThatIsNotChecked_PassesAndIsTold(string path, string? header, int status, string? note)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var answer = await mock.SendAsync("GET", path, null, header is null ? [] : [header]);
        ((int)answer.StatusCode).Should().Be(status);
        var notes = answer.Headers.TryGetValues("Mock-Notes", out var values) ? string.Join(", ", values) : null;
        if (note is null) notes.Should().BeNull();
        else notes.Should().Contain(note);
    }
}
