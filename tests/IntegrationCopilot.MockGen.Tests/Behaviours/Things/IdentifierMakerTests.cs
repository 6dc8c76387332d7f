using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class IdentifierMakerTests
{
    [Theory]
    [InlineData("7", "{}", "^8$")]
    [InlineData("\"pay_0000000000000001\"", "{}", "^pay_0000000000000009$")]
    [InlineData("\"ord_abcdef123456\"", """{ "type": "string", "pattern": "^ord_[a-z0-9]{12}$" }""", "^ord_[0-9a-f]{12}$")]
    [InlineData("\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", """{ "type": "string", "format": "uuid" }""",
        "^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$")]
    [InlineData("null", """{ "type": "string", "format": "uuid" }""", "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
    [InlineData("null", """{ "type": "string", "pattern": "^[A-Z]{3}[0-9]{4}$" }""", "^[A-Z]{3}[0-9]{4}$")]
    public void Make_Number_HasTheFormOfTheDocuments(string shown, string schema, string pattern)
    {
        var maker = Maker(shown, schema);
        var made = maker.Make(8, out _).ScalarText()!;
        Regex.IsMatch(made, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Should().BeTrue(made);
        maker.Make(8, out _).ScalarText().Should().Be(made, "the same number gives the same identifier");
    }

    [Theory]
    [InlineData("\"ord_abcdef123456\"", "{}")]
    [InlineData("\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "{}")]
    [InlineData("3", "{}")]
    [InlineData("\"X-001\"", "{}")]
    public void Make_ManyNumbers_AllDiffer(string shown, string schema)
    {
        var maker = Maker(shown, schema);
        Enumerable.Range(1, 2_000).Select(i => maker.Make(i, out _).ScalarText()).Should().OnlyHaveUniqueItems();
    }

    private static IdentifierMaker Maker(string shown, string schema)
    {
        var (spec, node) = Described.Schema(schema);
        var samples = new SampleGenerator(spec);
        var compiled = new Validator.SchemaSet(spec).For(node);
        return new IdentifierMaker(samples, [node], default, json => compiled.IsValid(json), "id", JsonNode.Parse(shown));
    }
}
