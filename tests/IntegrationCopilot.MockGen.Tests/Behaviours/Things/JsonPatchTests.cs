using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>The examples of RFC 6902, appendix A, and of RFC 7396, section 3.</summary>
public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/baz","value":"qux"}]""", """{"foo":"bar","baz":"qux"}""")]
    [InlineData("""{"foo":["bar","baz"]}""", """[{"op":"add","path":"/foo/1","value":"qux"}]""", """{"foo":["bar","qux","baz"]}""")]
    [InlineData("""{"baz":"qux","foo":"bar"}""", """[{"op":"remove","path":"/baz"}]""", """{"foo":"bar"}""")]
    [InlineData("""{"foo":["bar","qux","baz"]}""", """[{"op":"remove","path":"/foo/1"}]""", """{"foo":["bar","baz"]}""")]
    [InlineData("""{"baz":"qux","foo":"bar"}""", """[{"op":"replace","path":"/baz","value":"boo"}]""", """{"foo":"bar","baz":"boo"}""")]
    [InlineData("""{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}""", """[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]""",
        """{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}""")]
    [InlineData("""{"foo":["all","grass","cows","eat"]}""", """[{"op":"move","from":"/foo/1","path":"/foo/3"}]""", """{"foo":["all","cows","eat","grass"]}""")]
    [InlineData("""{"foo":["bar"]}""", """[{"op":"add","path":"/foo/-","value":["abc"]}]""", """{"foo":["bar",["abc"]]}""")]
    [InlineData("""{"a~b":1,"c/d":2}""", """[{"op":"test","path":"/a~0b","value":1},{"op":"copy","from":"/c~1d","path":"/e"}]""",
        """{"a~b":1,"c/d":2,"e":2}""")]
    [InlineData("""{"foo":null}""", """[{"op":"replace","path":"/foo","value":"truthy"}]""", """{"foo":"truthy"}""")]
    public void Apply_Possible_IsApplied(string document, string patch, string expected)
    {
        JsonPatch.Apply(Object(document), JsonNode.Parse(patch)!.AsArray(), out var patched).Should().BeNull();
        JsonNode.DeepEquals(patched, JsonNode.Parse(expected)).Should().BeTrue(patched.ToJsonString());
    }

    [Theory]
    [InlineData("""{"baz":"qux"}""", """[{"op":"test","path":"/baz","value":"bar"}]""")]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/baz/bat","value":"qux"}]""")]
    [InlineData("""{"foo":"bar"}""", """[{"op":"replace","path":"/missing","value":1}]""")]
    [InlineData("""{"foo":"bar"}""", """[{"op":"remove","path":""}]""")]
    [InlineData("""{"foo":{"a":1}}""", """[{"op":"move","from":"/foo","path":"/foo/a"}]""")]
    [InlineData("""{"foo":[1]}""", """[{"op":"add","path":"/foo/01","value":2}]""")]
    [InlineData("""{"foo":"bar"}""", """["nonsense"]""")]
    [InlineData("""{"foo":"bar"}""", """[{"op":"add","path":"/a","value":1},{"op":"fly","path":"/b"}]""")]
    public void Apply_Impossible_ChangesNothing(string document, string patch)
    {
        var whole = Object(document);
        JsonPatch.Apply(whole, JsonNode.Parse(patch)!.AsArray(), out var patched).Should().NotBeNull();
        patched.Should().BeSameAs(whole);
        JsonNode.DeepEquals(whole, JsonNode.Parse(document)).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void Into_Patch_IsMerged(string target, string patch, string expected)
    {
        var whole = Object(target);
        MergePatch.Into(whole, Object(patch));
        JsonNode.DeepEquals(whole, JsonNode.Parse(expected)).Should().BeTrue(whole.ToJsonString());
    }

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
