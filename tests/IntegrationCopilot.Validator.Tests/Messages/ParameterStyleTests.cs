using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>
/// The style examples of OpenAPI 3.1.1, section 4.8.12.6: empty, string "blue", array ["blue","black","brown"], object {"R":100,"G":200,"B":150}.
/// </summary>
public sealed class ParameterStyleTests
{
    private const string Text = "\"blue\"";
    private const string Array = """["blue","black","brown"]""";
    private const string Object = """{"R":100,"G":200,"B":150}""";

    /// <summary>Place, style, explode, spelling, value.</summary>
    public static TheoryData<string, string, bool, string, string> Table => new()
    {
        { "path", "matrix", false, ";color", "\"\"" },
        { "path", "matrix", true, ";color", "\"\"" },
        { "path", "matrix", false, ";color=blue", Text },
        { "path", "matrix", true, ";color=blue", Text },
        { "path", "matrix", false, ";color=blue,black,brown", Array },
        { "path", "matrix", true, ";color=blue;color=black;color=brown", Array },
        { "path", "matrix", false, ";color=R,100,G,200,B,150", Object },
        { "path", "matrix", true, ";R=100;G=200;B=150", Object },
        { "path", "label", false, ".", "\"\"" },
        { "path", "label", true, ".", "\"\"" },
        { "path", "label", false, ".blue", Text },
        { "path", "label", true, ".blue", Text },
        { "path", "label", false, ".blue,black,brown", Array },
        { "path", "label", true, ".blue.black.brown", Array },
        { "path", "label", false, ".R,100,G,200,B,150", Object },
        { "path", "label", true, ".R=100.G=200.B=150", Object },
        { "path", "simple", false, "blue", Text },
        { "path", "simple", true, "blue", Text },
        { "path", "simple", false, "blue,black,brown", Array },
        { "path", "simple", true, "blue,black,brown", Array },
        { "path", "simple", false, "R,100,G,200,B,150", Object },
        { "path", "simple", true, "R=100,G=200,B=150", Object },
        { "header", "simple", false, "blue", Text },
        { "header", "simple", false, "blue,black,brown", Array },
        { "header", "simple", true, "blue,black,brown", Array },
        { "header", "simple", false, "R,100,G,200,B,150", Object },
        { "header", "simple", true, "R=100,G=200,B=150", Object },
        { "query", "form", false, "color=", "\"\"" },
        { "query", "form", true, "color=", "\"\"" },
        { "query", "form", false, "color=blue", Text },
        { "query", "form", true, "color=blue", Text },
        { "query", "form", false, "color=blue,black,brown", Array },
        { "query", "form", true, "color=blue&color=black&color=brown", Array },
        { "query", "form", false, "color=R,100,G,200,B,150", Object },
        { "query", "form", true, "R=100&G=200&B=150", Object },
        { "query", "spaceDelimited", false, "color=blue%20black%20brown", Array },
        { "query", "spaceDelimited", false, "color=R%20100%20G%20200%20B%20150", Object },
        { "query", "pipeDelimited", false, "color=blue|black|brown", Array },
        { "query", "pipeDelimited", false, "color=R|100|G|200|B|150", Object },
        { "query", "deepObject", true, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150", Object },
        { "cookie", "form", false, "color=blue", Text },
        { "cookie", "form", true, "color=blue", Text },
        { "cookie", "form", false, "color=blue,black,brown", Array },
        { "cookie", "form", true, "color=blue&color=black&color=brown", Array },
        { "cookie", "form", false, "color=R,100,G,200,B,150", Object },
        { "cookie", "form", true, "R=100&G=200&B=150", Object },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Serialize_ExampleOfTheStandard_GivesItsSpelling(string place, string style, bool explode, string spelling, string value) =>
        ParameterSerializer.Serialize(Parameter(place, style, explode, value), JsonElement.Parse(value)).Should().Be(spelling);

    [Theory]
    [MemberData(nameof(Table))]
    public void Read_ExampleOfTheStandard_GivesItsValue(string place, string style, bool explode, string spelling, string value) =>
        ParameterReading.Read(Parameter(place, style, explode, value), spelling).Should().Be(value);

    [Theory]
    [InlineData("path", "label", false, ".blue.black.brown", Array)]
    [InlineData("path", "label", false, ".R.100.G.200.B.150", Object)]
    [InlineData("query", "spaceDelimited", false, "color=blue+black+brown", Array)]
    [InlineData("query", "pipeDelimited", false, "color=blue%7Cblack%7cbrown", Array)]
    [InlineData("query", "form", false, "color=blue%2Cblack%2cbrown", Array)]
    [InlineData("query", "form", false, "color=blue&color=black&color=brown", Array)]
    [InlineData("query", "deepObject", true, "color[R]=100&color[G]=200&color[B]=150", Object)]
    [InlineData("query", "deepObject", true, "color[]=blue&color[]=black&color[]=brown", Array)]
    [InlineData("query", "deepObject", true, "color[0]=blue&color[1]=black&color[2]=brown", Array)]
    [InlineData("header", "simple", false, "blue, black , brown", Array)]
    [InlineData("cookie", "form", true, "color=blue; color=black; color=brown", Array)]
    [InlineData("cookie", "form", true, "R=100; G=200; B=150", Object)]
    [InlineData("query", "form", true, "color={\"R\":100,\"G\":200,\"B\":150}", Object)]
    public void Read_SpellingsSeenInTheWild_GivesTheValueInLenientMode(string place, string style, bool explode, string spelling, string value) =>
        ParameterReading.Read(Parameter(place, style, explode, value), spelling).Should().Be(value);

    internal static ApiParameter Parameter(string place, string style, bool explode, string value)
    {
        var schema = value[0] switch
        {
            '[' => """{"type":"array","minItems":3,"items":{"type":"string"}}""",
            '{' => """{"type":"object","required":["R","G","B"],"properties":{"R":{"type":"integer"},"G":{"type":"integer"},"B":{"type":"integer"}}}""",
            _ => """{"type":"string"}""",
        };
        return ParameterReading.Describe(place, style, explode, schema);
    }
}
