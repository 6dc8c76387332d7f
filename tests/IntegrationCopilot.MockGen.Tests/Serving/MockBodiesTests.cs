namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Bodies that are no plain JSON, as the mock reads and writes them.</summary>
public sealed class MockBodiesTests
{
    private const string Api = """
        openapi: 3.0.3
        info: { title: t, version: "1" }
        paths:
          /things:
            patch:
              requestBody: { required: true, content: { application/merge-patch+json: { schema: { type: object } }, application/json-patch+json: { schema: { type: array } } } }
              responses: { "200": { description: ok } }
          /x:
            post:
              requestBody: { required: true, content: { application/xml: { schema: { type: object, required: [c], properties: { c: { type: integer } }, xml: { name: r } } } } }
              responses: { "200": { description: ok } }
          /lines:
            post:
              requestBody: { required: true, content: { application/x-ndjson: { schema: { type: object, required: [a], properties: { a: { type: integer } } } } } }
              responses: { "200": { description: ok } }
          /shapes:
            post:
              requestBody: { required: true, content: { application/json: { schema: { oneOf: [{ $ref: "#/components/schemas/Sq" }, { $ref: "#/components/schemas/Ci" }], discriminator: { propertyName: kind } } } } }
              responses: { "200": { description: ok } }
          /plain:
            get: { responses: { "200": { description: ok, content: { application/xml: { schema: { type: object, xml: { name: shop }, properties: { id: { type: integer, example: 1, xml: { attribute: true } } } } } } } } }
          /composed:
            get: { responses: { "200": { description: ok, content: { application/xml: { schema: { allOf: [{ type: object, xml: { name: shop } }, { properties: { id: { type: integer, example: 1, xml: { attribute: true } } } }] } } } } } }
        components:
          schemas:
            Sq: { type: object, required: [kind, side], properties: { kind: { type: string }, side: { type: integer } } }
            Ci: { type: object, required: [kind], properties: { kind: { type: string }, r: { type: integer } } }
        """;

    [Theory]
    [InlineData("PATCH", "things", "application/json", """{"a":1}""", 415, "undocumented-content-type")]
    [InlineData("PATCH", "things", "application/merge-patch+json", """{"a":1}""", 200, "")]
    [InlineData("POST", "x", "application/xml", "<r><d>1</d></r>", 400, "body/r/c")]
    [InlineData("POST", "x", "application/xml", "<r><c>abc</c></r>", 400, "body/r/c")]
    [InlineData("POST", "x", "application/xml", "<r><c>", 400, "malformed-body")]
    [InlineData("POST", "x", "application/xml", "<r><c>1</c></r>", 200, "")]
    [InlineData("POST", "lines", "application/x-ndjson", "{}\n", 400, "body[0].a")]
    [InlineData("POST", "lines", "application/x-ndjson", "{\"a\":1}\n{\"a\":2}\n", 200, "")]
    [InlineData("POST", "shapes", "application/json", """{"kind":"Hex","r":1}""", 400, "discriminator")]
    [InlineData("POST", "shapes", "application/json", """{"kind":"Hex","side":1}""", 400, "discriminator")]
    public async Task Post_Body_IsReadByItsMediaType(string method, string path, string type, string body, int status, string told)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var answer = await mock.SendAsync(method, path, body, $"Content-Type: {type}");
        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains(told, StringComparison.Ordinal).Should().BeTrue();
        answer.Headers.Contains(MockHeaders.Findings).Should().Be(told.Length > 0);
    }

    [Theory]
    [InlineData("x?more=1", "query.more")]
    [InlineData("x/", "without a slash")]
    public async Task Post_WhatIsLetPass_IsToldInAHeader(string path, string told)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var answer = await mock.SendAsync("POST", path, "<r><c>1</c></r>", "Content-Type: application/xml");
        ((int)answer.StatusCode).Should().Be(200);
        string.Concat(answer.Headers.GetValues(MockHeaders.Findings)).Should().Contain(told);
    }

    [Fact]
    public async Task Get_XmlOfComposedSchemas_IsThatOfPlainOnes()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var plain = await mock.Client.GetStringAsync("plain", TestContext.Current.CancellationToken);
        plain.Should().EndWith("<shop id=\"1\" />");
        (await mock.Client.GetStringAsync("composed", TestContext.Current.CancellationToken)).Should().Be(plain);
    }
}
