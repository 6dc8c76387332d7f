namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Components are judged by their use, told once, and known again under another name.</summary>
public sealed class ComponentChangeTests
{
    private const string Reference = """{ "$ref": "#/components/schemas/Pet" }""";

    [Fact]
    public void Compare_AComponentOfManyOperations_IsToldOnceWithAllOfThem()
    {
        const string paths = """
            "/a": { "get": { "responses": { "200": { "content": { "a/b": { "schema": { "$ref": "#/components/schemas/Pets" } } } } } } },
            "/b": { "put": { "requestBody": { "content": { "a/b": { "schema": { "$ref": "#/components/schemas/Pet" } } } }, "responses": {} } }
            """;
        var changes = ComparedTexts.Compare(
            ComparedTexts.Document(paths, Schemas("""{ "enum": ["a", "b"] }""")), ComparedTexts.Document(paths, Schemas("""{ "enum": ["a", "c"] }""")));
        ComparedTexts.Rules(changes).Should().Be("!request-enum-value-removed !response-enum-value-added");
        changes.Should().OnlyContain(c => c.Operations.Count == 2 && c.Operations.Contains("GET /a") && c.Operations.Contains("PUT /b"));
        changes[0].Message.Should().Be("The schema 'Pet' can also be 'c' now; be ready for it.");

        static string Schemas(string pet) =>
            $$""" "schemas": { "Pets": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } }, "Pet": {{pet}} } """;
    }

    [Fact]
    public void Compare_AComponentOfMoreOperationsThanAreNamed_NamesSome()
    {
        var paths = string.Join(',', Enumerable.Range(0, 2 * ApiChange.MaxOperations).Select(i =>
            $$""" "/p{{i}}": { "get": { "responses": { "200": { "content": { "a/b": { "schema": { "$ref": "#/components/schemas/Pet" } } } } } } } """));
        var change = ComparedTexts.Compare(ComparedTexts.Document(paths, """ "schemas": { "Pet": { "type": "string" } } """),
            ComparedTexts.Document(paths, """ "schemas": { "Pet": { "type": "integer" } } """)).Should().ContainSingle().Subject;
        change.Operations.Should().HaveCount(ApiChange.MaxOperations);
    }

    [Fact]
    public void Compare_AComponentNobodyUses_BreaksNobody() => Rules(
        ComparedTexts.Document("", """ "schemas": { "Pet": { "type": "string" } } """),
        ComparedTexts.Document("", """ "schemas": { "Pet": { "type": "integer" } } """)).Should().Be("unused-schema-changed");

    [Fact]
    public void Compare_AComponentOfEqualContent_IsRenamed() => Rules(
        ComparedTexts.Received(Reference, """ "schemas": { "Pet": { "type": "string" } } """),
        ComparedTexts.Received("""{ "$ref": "#/components/schemas/Animal" }""", """ "schemas": { "Animal": { "type": "string" } } """))
        .Should().Be("component-renamed reference-renamed");

    [Fact]
    public void Compare_AComponentRenamedAndChanged_IsComparedUnderItsNewName() => Rules(
        ComparedTexts.Received(Reference, """ "schemas": { "Pet": { "properties": { "a": { "type": "string" } } } } """),
        ComparedTexts.Received("""{ "$ref": "#/components/schemas/Animal" }""",
            """ "schemas": { "Animal": { "properties": { "a": { "type": "integer" } } } } """))
        .Should().Be("!response-type-changed component-renamed reference-renamed");

    [Fact]
    public void Compare_AReferenceToAnotherComponent_IsToldWhereItRefers()
    {
        const string both = """ "schemas": { "Pet": { "type": "string" }, "Animal": { "type": "integer" } } """;
        Rules(ComparedTexts.Received(Reference, both), ComparedTexts.Received("""{ "$ref": "#/components/schemas/Animal" }""", both)).Should()
            .Be("!response-type-changed");
    }

    [Fact]
    public void Compare_ASchemaThatBecameAComponent_MeansTheSame() => Rules(
        ComparedTexts.Received("""{ "type": "string" }"""), ComparedTexts.Received(Reference, """ "schemas": { "Pet": { "type": "string" } } """))
        .Should().Be("component-added reference-rewritten");

    [Fact]
    public void Compare_ComponentsThatHoldEachOther_Ends()
    {
        const string old = """ "schemas": { "Pet": { "properties": { "a": { "$ref": "#/components/schemas/B" } } }, "B": { "properties": { "p": { "$ref": "#/components/schemas/Pet" } } } } """;
        const string @new = """
            "schemas": { "Pet": { "properties": { "a": { "properties": { "p": { "$ref": "#/components/schemas/Pet" } } } } }, "B": { "$ref": "#/components/schemas/B" } }
            """;
        ComparedTexts.Compare(ComparedTexts.Received(Reference, old), ComparedTexts.Received(Reference, @new)).Should().NotBeEmpty();
        ComparedTexts.Compare(ComparedTexts.Received(Reference, @new), ComparedTexts.Received(Reference, old)).Should().NotBeEmpty();
    }

    [Fact]
    public void Compare_AChainOfReferencesThatBecameAnother_EndsWithinTheStack()
    {
        const int length = 5_000;
        string Chain(string name) => string.Join(',', Enumerable.Range(0, length)
            .Select(i => $$""" "{{name}}{{i}}": { "properties": { "next": { "$ref": "#/components/schemas/{{name}}{{i + 1}}" } } } """)) + $", \"{name}{length}\": {{ \"type\": \"string\" }}";
        var components = $$""" "schemas": { {{Chain("A")}}, {{Chain("B")}} } """;
        var changes = ComparedTexts.Compare(ComparedTexts.Received("""{ "$ref": "#/components/schemas/A0" }""", components),
            ComparedTexts.Received("""{ "$ref": "#/components/schemas/B1" }""", components));
        changes.Should().ContainSingle();
    }

    [Fact]
    public void Compare_ADiscriminatorsMappingOfARenamedComponent_MeansTheSame() => Rules(
        ComparedTexts.Received(Kinds("Pet"), """ "schemas": { "Pet": { "type": "object" } } """),
        ComparedTexts.Received(Kinds("Animal"), """ "schemas": { "Animal": { "type": "object" } } """))
        .Should().Be("component-renamed reference-renamed written-differently");

    [Fact]
    public void Compare_OpenApi30And31_NullableIsWrittenDifferently() => Rules(
        ComparedTexts.Received("""{ "type": "string", "nullable": true }""", version: "3.0.3"),
        ComparedTexts.Received("""{ "type": ["string", "null"] }""")).Should().Be("edition-changed written-differently written-differently");

    [Fact]
    public void Compare_OpenApi30And31_ExclusiveLimitsAreWrittenDifferently() => Rules(
        ComparedTexts.Sent("""{ "minimum": 1, "exclusiveMinimum": true }""", version: "3.0.3"),
        ComparedTexts.Sent("""{ "exclusiveMinimum": 1 }""")).Should().Be("edition-changed written-differently written-differently");

    private static string Kinds(string name) => $$"""
        { "oneOf": [{ "$ref": "#/components/schemas/{{name}}" }], "discriminator": { "propertyName": "k", "mapping": { "p": "#/components/schemas/{{name}}" } } }
        """;

    private static string Rules(string old, string @new) => ComparedTexts.Rules(ComparedTexts.Compare(old, @new));
}
