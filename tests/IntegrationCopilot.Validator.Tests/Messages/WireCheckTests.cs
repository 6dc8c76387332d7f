using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Values that conform as JSON, after they were written and read again.</summary>
public sealed class WireCheckTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read("""
        openapi: 3.1.0
        info: { title: t, version: "1" }
        paths:
          /a/{id}:
            post:
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: tags, in: query, schema: { type: array, items: { type: object, required: [k], properties: { k: { type: integer } } } } }
                - { name: X-List, in: header, schema: { type: array, items: { enum: ["a,b", c] } } }
                - { name: s, in: cookie, schema: { type: string, maxLength: 3 } }
              requestBody:
                content:
                  application/x-www-form-urlencoded: { schema: { type: object, required: [tags], properties: { tags: { type: array, items: { type: string } } } } }
                  application/xml: { schema: { type: object, required: [tags], properties: { tags: { type: array, items: { type: string } } } } }
                  text/plain: { schema: { type: string } }
              responses: { "200": { description: ok, headers: { X-N: { schema: { type: integer } } } } }
        """u8.ToArray(), "test.yaml").Spec!;

    private static readonly ApiOperation Operation = Spec.Operations[0];

    [Theory]
    [InlineData(0, "\"x\"", "")]
    [InlineData(0, "\"\"", "unreadable-parameter")]
    [InlineData(0, "\"..\"", "unreadable-parameter")]
    [InlineData(1, """[{"k":1},{"k":2}]""", "")]
    [InlineData(1, "[]", "unreadable-parameter")]
    [InlineData(2, """["c"]""", "")]
    [InlineData(2, """["a,b","c"]""", "enum")]
    [InlineData(2, "\"line\\nbreak\"", "unreadable-parameter")]
    [InlineData(3, "\"a b\"", "")]
    public void OfParameter_Value_ArrivesOrSaysWhyNot(int parameter, string value, string code) =>
        Codes(new WireCheck(Spec).OfParameter(Operation.Parameters[parameter], Json(value))).Should().Be(code);

    [Theory]
    [InlineData(0, """{"tags":["a"]}""", "")]
    [InlineData(0, """{"tags":[]}""", "missing-body")]
    [InlineData(1, """{"tags":[]}""", "")]
    [InlineData(2, "\"\"", "missing-body")]
    [InlineData(2, "\"a\"", "")]
    public void OfBody_Value_ArrivesOrSaysWhyNot(int media, string value, string code) =>
        Codes(new WireCheck(Spec).OfBody(Operation.RequestBody!.Content[media], MessageDirection.Request, Json(value))).Should().Be(code);

    [Theory]
    [InlineData("5", "")]
    [InlineData("\"ä\"", "unreadable-parameter")]
    public void OfHeader_Value_ArrivesOrSaysWhyNot(string value, string code) =>
        Codes(new WireCheck(Spec).OfHeader(Operation.Responses[0].Headers[0], Json(value))).Should().Be(code);

    private static string Codes(IReadOnlyList<Finding> findings) => string.Join(' ', findings.Select(f => f.Code).Distinct());

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
