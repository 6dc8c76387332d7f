using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What the reader of a document calls unresolved is never an API's failure.</summary>
public sealed class ReferenceReportTests
{
    private const string Parts = """{"definitions":{"Leaf":{"type":"object","required":["l"],"properties":{"l":{"const":"leaf"}}}}}""";

    [Fact]
    public async Task Report_BackslashReference_IsUnknownToMockAndValidatorAlike()
    {
        await using var mock = await ReportedMock.StartAsync("27-unresolved-backslash-ref");
        var (bad, good) = (await mock.GetAsync("b"), await mock.GetAsync("f"));
        (bad.Text, bad["Mock-Nonconforming"], good.Text).Should().Be(("{}", null, """{"l":"leaf"}"""));
    }

    [Theory]
    [InlineData(@".\parts\defs.json#/definitions/Leaf")]
    [InlineData(@"parts\defs.json#/definitions/Leaf")]
    [InlineData("./Parts/defs.json#/definitions/Leaf")]
    [InlineData("./parts/defs.json#/definitions/Gone")]
    [InlineData("./parts/defs.json?v=1#/definitions/Leaf")]
    [InlineData("#/components/schemas/Gone")]
    [InlineData(@"C:\parts\defs.json")]
    [InlineData("https://example.com/defs.json")]
    public async Task Reference_Unresolved_TakesAnyValueAndSaysSo(string reference)
    {
        var schema = $$"""{"$ref":{{JsonSerializer.Serialize(reference)}}}""";
        var text = $$"""
            openapi: 3.1.0
            info: { title: t, version: "1" }
            paths:
              /good: { get: { responses: { "200": { description: d, content: { application/json: { schema: { $ref: "./parts/defs.json#/definitions/Leaf" } } } } } } }
              /x:
                get: { responses: { "200": { description: d, content: { application/json: { schema: {{schema}} } } } } }
                post: { requestBody: { content: { application/json: { schema: { type: object, properties: { v: {{schema}} } } } } }, responses: { "204": { description: d } } }
            """;
        var read = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), "api.yaml",
            new SpecReadOptions { Source = name => name == "parts/defs.json" ? Encoding.UTF8.GetBytes(Parts) : null });
        read.Problems.Should().Contain(p => p.Message.Contains(reference));
        await using var mock = await MockSession.StartAsync(read.Spec!);
        (await mock.GetAsync("good")).Text.Should().Be("""{"l":"leaf"}""");
        (await mock.GetAsync("x"))["Mock-Nonconforming"].Should().BeNull();
        var posted = await mock.PostAsync("x", "application/json", """{"v":17}""");
        posted.Status.Should().Be(204);
        posted["Mock-Findings"].Should().Contain("body.v").And.Contain("leads nowhere");
    }
}
