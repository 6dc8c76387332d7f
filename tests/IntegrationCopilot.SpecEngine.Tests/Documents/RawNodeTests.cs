using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class RawNodeTests
{
    private static RawDocument Read(string json)
    {
        var result = RawDocumentReader.Read(Encoding.UTF8.GetBytes(json), "test.json");
        result.Problems.Should().BeEmpty();
        return result.Document!;
    }

    [Fact]
    public void Find_PointerWithEscapes_GivesTheNode()
    {
        var document = Read("""{ "paths": { "/a~b": { "get": [1, 2, {"x": "y"}] } } }""");
        var node = document.Find("/paths/~1a~0b/get/2/x");
        node.GetString().Should().Be("y");
        node.Pointer.Should().Be("/paths/~1a~0b/get/2/x");
    }

    [Fact]
    public void Location_MemberAfterNonAsciiText_CountsUtf16Units()
    {
        var document = Read("{\n  \"\u00e9\U0001F600\": 1, \"next\": 2 }");
        var location = document.Root["next"].Location;
        (location.Line, location.Column).Should().Be((2, 13));
    }

    [Fact]
    public void Indexer_EscapedNameAndValue_AreUnescaped()
    {
        var document = Read("""{ "a\u0062c": "x\n\ud83d\ude00" }""");
        document.Root["abc"].GetString().Should().Be("x\n\U0001F600");
    }

    [Fact]
    public void Read_LongTextWhereALiteralShouldBe_QuotesItsBeginningOnly()
    {
        var json = "{ \"a\": fal" + new string('x', 5_000) + "\n" + new string('x', 5_000) + " }";
        var problem = RawDocumentReader.Read(Encoding.UTF8.GetBytes(json), "test.json").Problems.Should().ContainSingle().Subject;
        problem.Id.Should().Be("json-syntax");
        problem.Message.Length.Should().BeLessThan(300);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Indexer_RepeatedName_GivesTheLast(int members)
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, members).Select(i => $"\"m{i}\":{i}")) + ",\"m1\":true}";
        Read(json).Root["m1"].Kind.Should().Be(RawKind.True);
    }

    [Theory]
    [InlineData("1.0", 1L)]
    [InlineData("1e3", 1000L)]
    [InlineData("-7", -7L)]
    [InlineData("1.5", null)]
    [InlineData("99999999999999999999", null)]
    public void GetInt64_Spelling_GivesWholeNumbersOnly(string number, long? expected) =>
        Read(number).Root.GetInt64().Should().Be(expected);

    [Fact]
    public void ToString_AnyNode_RoundTrips()
    {
        const string json = """{"a":[1.0,1e400,"\u0001",null,true,{}],"b":[]}""";
        Read(json).Root.ToString().Should().Be(json);
    }

    [Theory]
    [InlineData("{\"a\": ", "json-truncated")]
    [InlineData("{\"a\" 1}", "json-syntax")]
    [InlineData("", "empty-document")]
    public void Read_BadText_GivesOneProblemWithItsPlace(string json, string id)
    {
        var result = RawDocumentReader.Read(Encoding.UTF8.GetBytes(json), "test.json");
        result.Document.Should().BeNull();
        result.Problems.Should().ContainSingle().Which.Id.Should().Be(id);
        result.Problems[0].Location.Line.Should().Be(1);
    }

    [Fact]
    public void Read_DeeperThanTheLimit_SaysTooDeep()
    {
        var result = RawDocumentReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000)), "test.json");
        result.Problems.Should().ContainSingle().Which.Id.Should().Be("too-deep");
    }
}
