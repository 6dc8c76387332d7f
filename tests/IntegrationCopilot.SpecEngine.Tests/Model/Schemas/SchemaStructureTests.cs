namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class SchemaStructureTests
{
    private static (SchemaStructure Structure, RawNode Schema) Read(string schema, string others = "")
    {
        var spec = Texts.Read($$"""
            openapi: 3.1.0
            info: { title: T, version: "1" }
            paths: {}
            components:
              schemas:
                S: {{schema}}
            {{others}}
            """).Spec!;
        return (new SchemaStructure(spec), spec.Document.Root["components"]["schemas"]["S"]);
    }

    private static string Other(string name, string schema) => $"    {name}: {schema}";

    [Theory]
    [InlineData("{ type: string }", JsonTypes.String)]
    [InlineData("{ type: number }", JsonTypes.Number | JsonTypes.Integer)]
    [InlineData("{ type: [integer, 'null'] }", JsonTypes.Integer | JsonTypes.Null)]
    [InlineData("{ enum: [a, b] }", JsonTypes.String)]
    [InlineData("{ enum: [a, null] }", JsonTypes.String | JsonTypes.Null)]
    [InlineData("{ const: true }", JsonTypes.Boolean)]
    [InlineData("{ properties: { a: {} } }", JsonTypes.Object)]
    [InlineData("{ items: {} }", JsonTypes.Array)]
    [InlineData("{ allOf: [{ type: [string, integer] }, { type: [integer, boolean] }] }", JsonTypes.Integer)]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", JsonTypes.String | JsonTypes.Integer)]
    [InlineData("{ type: object, nullable: true }", JsonTypes.Object | JsonTypes.Null)]
    [InlineData("{ type: nonsense }", JsonTypes.Any)]
    [InlineData("{ allOf: [{ type: string }, { type: object }] }", JsonTypes.String | JsonTypes.Object)]
    [InlineData("{}", JsonTypes.Any)]
    [InlineData("true", JsonTypes.Any)]
    public void TypesOf_Keywords_TellTheTypes(string schema, JsonTypes types)
    {
        var (structure, read) = Read(schema);
        structure.TypesOf(read).Should().Be(types);
    }

    /// <summary>As Microsoft.AspNetCore.OpenApi writes numbers that may be read from strings.</summary>
    [Theory]
    [InlineData("{ type: [integer, string], format: int32, pattern: '^-?(?:0|[1-9]\\d*)$' }", JsonTypes.Integer)]
    [InlineData("{ type: [integer, string], pattern: '^-?(?:0|[1-9]\\d*)$' }", JsonTypes.Integer)]
    [InlineData("{ type: [number, string], format: double }", JsonTypes.Number | JsonTypes.Integer)]
    [InlineData("{ type: ['null', number, string], pattern: '^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?$' }",
        JsonTypes.Number | JsonTypes.Integer | JsonTypes.Null)]
    [InlineData("{ type: [integer, string] }", JsonTypes.Integer | JsonTypes.String)]
    [InlineData("{ type: [integer, string], pattern: '^[a-z0-9]+$' }", JsonTypes.Integer | JsonTypes.String)]
    [InlineData("{ type: [integer, string], pattern: '(?<=a)b' }", JsonTypes.Integer | JsonTypes.String)]
    [InlineData("{ type: string, format: int64 }", JsonTypes.String)]
    public void MeantTypesOf_NumbersSpelledAsText_AreNumbers(string schema, JsonTypes types)
    {
        var (structure, read) = Read(schema);
        structure.MeantTypesOf(read).Should().Be(types);
    }

    [Theory]
    [InlineData("{ type: [integer, string] }", JsonTypes.Integer, true)]
    [InlineData("{ enum: [a] }", JsonTypes.String, true)]
    [InlineData("{ type: nonsense }", JsonTypes.String, false)]
    [InlineData("{}", JsonTypes.Any, false)]
    [InlineData("{ $ref: '#/components/schemas/T' }", JsonTypes.Array, true)]
    public void IsOfType_OnlyWhatIsSaid_Counts(string schema, JsonTypes types, bool expected)
    {
        var (structure, read) = Read(schema, Other("T", "{ type: array }"));
        structure.IsOfType(read, types).Should().Be(expected);
    }

    [Fact]
    public void MembersOf_Compositions_AreUnfoldedAndOnlyCertainNamesAreRequired()
    {
        var (structure,
            read) = Read(
            "{ allOf: [{ $ref: '#/components/schemas/T' }], required: [b], properties: { b: { type: string }, user_id: {}, userId: {} }, oneOf: [{ required: [c], properties: { c: {} } }] }", Other("T", "{ required: [a], properties: { a: {} } }"));
        structure.MembersOf(read).Select(member => (member.Name, member.Required)).Should()
            .Equal(("a", true), ("b", true), ("user_id", false), ("userId", false), ("c", false));
        structure.FieldsOf(read).Should().ContainKey("USER-ID").And.HaveCount(4);
    }

    [Fact]
    public void MembersOf_SchemaThatContainsItself_Ends()
    {
        var (structure,
            read) = Read(
            "{ allOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/T' }], properties: { a: { $ref: '#/components/schemas/S' } } }", Other(
            "T", "{ anyOf: [{ $ref: '#/components/schemas/S' }], properties: { b: {} } }"));
        structure.MembersOf(read).Select(member => member.Name).Should().BeEquivalentTo("a", "b");
        structure.TypesOf(read).Should().Be(JsonTypes.Object);
    }

    [Fact]
    public void TypesOf_ManyNestedAlternatives_EndsInBoundedTime()
    {
        var (structure, read) = Read("{ anyOf: [{ $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/S' }, { $ref: '#/components/schemas/S' }] }");
        structure.TypesOf(read).Should().Be(JsonTypes.Any);
    }

    [Theory]
    [InlineData("{ items: { type: string } }", true)]
    [InlineData("{ items: [{ type: string }] }", false)]
    [InlineData("{ type: array }", false)]
    public void ItemsOf_OneSchemaForAll_IsIt(string schema, bool has)
    {
        var (structure, read) = Read(schema);
        structure.ItemsOf(read).IsDefined.Should().Be(has);
    }
}
