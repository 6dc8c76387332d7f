namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A discriminator's value that names no schema is refused, by its own code, with the values that do.</summary>
public sealed class DiscriminatorReportTests
{
    private const string Schemas = """
        { schemas: {
          Sq: { type: object, required: [kind, side], properties: { kind: { type: string }, side: { type: integer } } },
          Ci: { type: object, required: [kind], properties: { kind: { type: string }, r: { type: integer } } },
          Shape: { oneOf: [{ $ref: "#/components/schemas/Sq" }, { $ref: "#/components/schemas/Ci" }], discriminator: { propertyName: kind } },
          Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } },
          Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object }] } } }
        """;

    private const string Either = """[{ $ref: "#/components/schemas/Sq" }, { $ref: "#/components/schemas/Ci" }]""";

    [Theory]
    [InlineData("""{"kind":"Hex","r":1}""")]
    [InlineData("""{"kind":"Hex","side":1}""")]
    public async Task Report_UnknownValue_IsRefusedWithTheReason(string body)
    {
        await using var mock = await ReportedMock.StartAsync("11-discriminator-unknown-value");
        var got = await mock.PostAsync("shapes", "application/json", body);
        (got.Status, got.Type).Should().Be((400, "application/problem+json"));
        got.Text.Should().Contain("\"code\":\"discriminator\"").And.Contain("one of \\\"Sq\\\" or \\\"Ci\\\"").And.NotContain("fits 2");
    }

    [Theory]
    [InlineData($$"""{ anyOf: {{Either}}, discriminator: { propertyName: kind } }""", """{"kind":"Hex","r":1}""", "body.kind")]
    [InlineData($$"""{ oneOf: {{Either}}, discriminator: { propertyName: kind, mapping: { square: Sq, round: "#/components/schemas/Ci" } } }""",
        """{"kind":"hex","r":1}""", "body.kind")]
    [InlineData("""{ type: array, items: { $ref: "#/components/schemas/Shape" } }""", """[{"kind":"Ci"},{"kind":"Hex"}]""", "body[1].kind")]
    [InlineData("""{ type: object, properties: { s: { $ref: "#/components/schemas/Shape" } } }""", """{"s":{"kind":"Hex"}}""", "body.s.kind")]
    [InlineData("""{ allOf: [{ required: [n] }, { $ref: "#/components/schemas/Shape" }] }""", """{"n":1,"kind":"Hex"}""", "body.kind")]
    [InlineData("""{ $ref: "#/components/schemas/Shape" }""", """{"side":1}""", "body.kind")]
    [InlineData("""{ $ref: "#/components/schemas/Shape" }""", """{"kind":7,"r":1}""", "body.kind")]
    public async Task Json_UnknownOrNoValue_IsRefusedWhereItStands(string schema, string body, string where)
    {
        foreach (var version in (string[])["3.0.3", "3.1.1", "3.2.0"])
        {
            await using var mock = await ReportedMock.TakingAsync(version, "application/json", $"{{ schema: {schema} }}", Schemas);
            var got = await mock.PostAsync("x", "application/json", body);
            got.Status.Should().Be(400);
            got.Text.Should().Contain($"\"code\":\"discriminator\",\"where\":\"{where}\"");
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "kind=Hex&r=1", "body.kind")]
    [InlineData("application/xml", "<Shape><kind>Hex</kind><r>1</r></Shape>", "body/Shape/kind")]
    public async Task OtherMediaTypes_UnknownValue_IsRefusedToo(string type, string body, string where)
    {
        await using var mock = await ReportedMock.TakingAsync("3.0.3", type, """{ schema: { $ref: "#/components/schemas/Shape" } }""", Schemas);
        var got = await mock.PostAsync("x", type, body);
        got.Status.Should().Be(400);
        got.Text.Should().Contain($"\"code\":\"discriminator\",\"where\":\"{where}\"");
    }

    [Theory]
    [InlineData("""{"kind":"Hex","r":1}""", 204)]
    [InlineData("""{"kind":"Hex","r":"x"}""", 400)]
    [InlineData("""{"kind":"Sq"}""", 400)]
    public async Task DefaultMapping_UnknownValue_IsJudgedByTheDefault(string body, int status)
    {
        await using var mock = await ReportedMock.TakingAsync(
            "3.2.0", "application/json", $$"""{ schema: { oneOf: {{Either}}, discriminator: { propertyName: kind, defaultMapping: Ci } } }""", Schemas);
        (await mock.PostAsync("x", "application/json", body)).Status.Should().Be(status);
    }

    [Theory]
    [InlineData("Cat", null)]
    [InlineData("Bird", "name the schemas built on this one")]
    public async Task SchemaOthersAreBuiltOn_UnknownValue_IsNoted(string kind, string? told)
    {
        await using var mock = await ReportedMock.TakingAsync("3.0.3", "application/json", """{ schema: { $ref: "#/components/schemas/Pet" } }""", Schemas);
        var got = await mock.PostAsync("x", "application/json", $$"""{"kind":"{{kind}}"}""");
        if (told is null) got["Mock-Findings"].Should().BeNull();
        else got["Mock-Findings"].Should().Contain(told).And.Contain("Cat");
    }
}
