using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests.GoldenTests.Contracts;

public sealed class PointerEditsTests
{
    private const string Body = """{"a":{"b":[1,{"c":"x"}]},"d~/":null,"e":1.50}""";

    [Theory]
    [InlineData("", "2", "2")]
    [InlineData("/e", "2", """{"a":{"b":[1,{"c":"x"}]},"d~/":null,"e":2}""")]
    [InlineData("/a/b/1/c", "[]", """{"a":{"b":[1,{"c":[]}]},"d~/":null,"e":1.50}""")]
    [InlineData("/a/b/0", "null", """{"a":{"b":[null,{"c":"x"}]},"d~/":null,"e":1.50}""")]
    [InlineData("/d~0~1", "true", """{"a":{"b":[1,{"c":"x"}]},"d~/":true,"e":1.50}""")]
    [InlineData("/new", "{}", """{"a":{"b":[1,{"c":"x"}]},"d~/":null,"e":1.50,"new":{}}""")]
    [InlineData("/a/b/7", "2", Body)]
    [InlineData("/e/f", "2", Body)]
    [InlineData("/nothing/f", "2", Body)]
    public void Set_APlace_IsChangedAloneAndInItsOrder(string place, string value, string expected) =>
        PointerEdits.Set(Json(Body), NodePointer.Parse(place), JsonNode.Parse(value)).GetRawText().Should().Be(expected);

    [Theory]
    [InlineData("/e", """{"a":{"b":[1,{"c":"x"}]},"d~/":null}""")]
    [InlineData("/a/b/1/c", """{"a":{"b":[1,{}]},"d~/":null,"e":1.50}""")]
    [InlineData("/a/b/0", Body)]
    [InlineData("/nothing", Body)]
    public void Remove_AMember_TakesItAlone(string place, string expected) =>
        PointerEdits.Remove(Json(Body), NodePointer.Parse(place)).GetRawText().Should().Be(expected);

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
