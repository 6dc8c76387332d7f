using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>XML is written and read by one mapping, wherever the XML Objects of a schema stand.</summary>
public sealed class XmlReportTests
{
    private const string Shop = "<shop id=\"1\"><stations><station><title>x</title></station></stations></shop>";
    private const string Fields =
        "required: [id, data], properties: { id: { type: integer, enum: [1], xml: { attribute: true } }, data: { type: array, minItems: 1, maxItems: 1, xml: { name: stations, wrapped: true }, items: { type: object, xml: { name: station }, required: [n], properties: { n: { type: string, enum: [x], xml: { name: title } } } } } }";

    private const string Order =
        "{ type: object, xml: { name: o }, required: [id, n], properties: { id: { type: integer, xml: { attribute: true } }, n: { type: string, minLength: 2 }, tag: { type: array, maxItems: 2, items: { type: string, enum: [a, b] } } } }";

    [Theory]
    [InlineData("<r><d>1</d></r>", "required", "body/r/c")]
    [InlineData("<r><c>abc</c></r>", "type", "body/r/c")]
    [InlineData("<r><c>", "malformed-body", "body")]
    [InlineData("<q><c>1</c></q>", "xml-root", "body/q")]
    public async Task Report_BadBody_IsRefused(string body, string code, string where)
    {
        await using var mock = await ReportedMock.StartAsync("24-xml-bodies-unread");
        var got = await mock.PostAsync("x", "application/xml", body);
        (got.Status, got.Type).Should().Be((400, "application/problem+json"));
        got.Text.Should().Contain($"\"code\":\"{code}\",\"where\":\"{where}\"");
        (await mock.PostAsync("x", "application/xml", "<r><c>1</c></r>")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("<o id=\"1\"><n>ab</n><tag>a</tag><tag>b</tag></o>", null)]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><!-- c --><o id=\"1\"><n><![CDATA[ab]]></n></o>", null)]
    [InlineData("<o id=\"x\"><n>ab</n></o>", "body/o/@id")]
    [InlineData("<o><n>ab</n></o>", "body/o/@id")]
    [InlineData("<o><id>1</id><n>ab</n></o>", "body/o/id")]
    [InlineData("<o id=\"1\"><n>a</n></o>", "body/o/n")]
    [InlineData("<o id=\"1\"><n>ab</n><tag>c</tag></o>", "body/o/tag")]
    [InlineData("<o id=\"1\"><n>ab</n><tag>a</tag><tag>c</tag></o>", "body/o/tag[2]")]
    [InlineData("<o id=\"1\"><n>ab</n><tag>a</tag><tag>a</tag><tag>a</tag></o>", "body/o")]
    [InlineData("<o id=\"1\"><n>ab</n></o><o/>", "body")]
    [InlineData("{\"id\":1}", "body")]
    [InlineData("<!DOCTYPE o [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><o id=\"1\"><n>&e;</n></o>", "body")]
    public async Task Body_AttributesListsAndSyntax_AreJudged(string body, string? where)
    {
        foreach (var type in (string[])["application/xml", "text/xml", "application/vnd.acme+xml"])
        {
            await using var mock = await ReportedMock.TakingAsync("3.0.3", type, $"{{ schema: {Order} }}");
            var got = await mock.PostAsync("x", type, body);
            got.Status.Should().Be(where is null ? 204 : 400, "{0} as {1}", body, type);
            if (where is not null) got["Mock-Findings"].Should().Contain(where);
        }
    }

    [Fact]
    public async Task Body_InUtf16_IsRead()
    {
        await using var mock = await ReportedMock.TakingAsync("3.1.0", "application/xml", $"{{ schema: {Order} }}");
        using var content = new ByteArrayContent([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<o id=\"1\"><n>a</n></o>")]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/xml; charset=utf-16");
        (await Got.ReadAsync(await mock.Client.PostAsync("x", content)))["Mock-Findings"].Should().Contain("body/o/n");
    }

    [Fact]
    public async Task Report_NamesUnderAllOf_GiveTheSameDocument()
    {
        await using var mock = await ReportedMock.StartAsync("44-xml-names-lost-under-allof", "mini-xml.yaml");
        var (plain, composed) = (await mock.GetAsync("a"), await mock.GetAsync("b"));
        composed.Text.Should().Be(plain.Text).And.EndWith($"?>{Shop}");
    }

    [Theory]
    [InlineData($$"""{ type: object, xml: { name: shop }, {{Fields}} }""")]
    [InlineData("""{ allOf: [{ $ref: "#/components/schemas/Shop" }] }""")]
    [InlineData($$"""{ allOf: [{ $ref: "#/components/schemas/Named" }, { {{Fields}} }] }""")]
    [InlineData($$"""{ allOf: [{ allOf: [{ allOf: [{ xml: { name: shop } }] }, { {{Fields}} }] }] }""")]
    [InlineData($$"""{ xml: { name: shop }, allOf: [{ type: object, xml: { name: inner }, {{Fields}} }] }""")]
    [InlineData($$"""{ xml: { name: shop }, oneOf: [{ type: object, {{Fields}} }] }""")]
    [InlineData($$"""{ anyOf: [{ type: object, xml: { name: shop }, {{Fields}} }] }""")]
    [InlineData("""{ type: object, xml: { name: shop }, required: [id, data], properties: { id: { allOf: [{ type: integer, enum: [1] }, { xml: { attribute: true } }] }, data: { allOf: [{ type: array, minItems: 1, maxItems: 1, items: { allOf: [{ type: object, required: [n], properties: { n: { allOf: [{ enum: [x] }, { xml: { name: title } }] } } }, { xml: { name: station } }] } }, { xml: { name: stations, wrapped: true } }] } } }""")]
    [InlineData("""{ type: object, xml: { name: shop }, required: [id, data], properties: { id: { $ref: "#/components/schemas/Id" }, data: { $ref: "#/components/schemas/Data" } } }""")]
    public async Task Schema_NamesAnywhere_AreWrittenAndRead(string schema)
    {
        const string parts = $$"""
            { schemas: { Shop: { type: object, xml: { name: shop }, {{Fields}} }, Named: { type: object, xml: { name: shop } }, Id: { type: integer, enum: [1], xml: { attribute: true } },
              Data: { type: array, minItems: 1, maxItems: 1, xml: { name: stations, wrapped: true }, items: { type: object, xml: { name: station }, required: [n], properties: { n: { type: string, enum: [x], xml: { name: title } } } } } } }
            """;
        foreach (var version in (string[])["3.0.3", "3.1.0"])
        {
            await using var writing = await ReportedMock.AnsweringAsync(version, "application/xml", $"{{ schema: {schema} }}", parts);
            (await writing.GetAsync("x")).Text.Should().EndWith($"?>{Shop}");
            await using var reading = await ReportedMock.TakingAsync(version, "application/xml", $"{{ schema: {schema} }}", parts);
            (await reading.PostAsync("x", "application/xml", Shop)).Status.Should().Be(204);
            (await reading.PostAsync("x", "application/xml", Shop.Replace("title", "n", StringComparison.Ordinal))).Status.Should().Be(400);
        }
    }
}
