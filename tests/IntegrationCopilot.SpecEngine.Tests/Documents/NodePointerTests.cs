using System.Text;
using System.Text.Json;
using FsCheck.Xunit;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class JsonPointerTests
{
    /// <summary>RFC 6901, section 5.</summary>
    private const string Document = """{ "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8 }""";

    [Theory]
    [InlineData("/foo/0", "\"bar\"")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/g|h", "4")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    [InlineData("/foo/2", null)]
    [InlineData("/foo/00", null)]
    [InlineData("/foo/-", null)]
    [InlineData("/foo/bar", null)]
    [InlineData("/nothing", null)]
    public void Find_TheStandardsExamples_GivesTheirValues(string pointer, string? expected)
    {
        using var document = JsonDocument.Parse(Document);
        NodePointer.Parse(pointer).Find(document.RootElement)?.GetRawText().Should().Be(expected);
        NodePointer.Parse(pointer).Find(RawDocumentReader.Read(Encoding.UTF8.GetBytes(Document), "test.json").Document!.Root).ToString().Should()
            .Be(expected ?? "");
    }

    [Fact]
    public void Find_EmptyPointer_IsTheWholeDocument()
    {
        using var document = JsonDocument.Parse(Document);
        NodePointer.Parse("").Find(document.RootElement)!.Value.GetRawText().Should().Be(Document);
        (NodePointer.Root.IsRoot, NodePointer.Parse("").IsRoot, NodePointer.Parse("").Equals(default)).Should().Be((true, true, true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a")]
    [InlineData("#/a")]
    [InlineData("/~")]
    [InlineData("/a~2")]
    public void TryParse_NoPointer_IsRefused(string? text)
    {
        NodePointer.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => NodePointer.Parse(text!)).Should().Throw<FormatException>();
    }

    [Property]
    public void Tokens_OfAnyNames_AreThoseNames(string[] names)
    {
        var tokens = names.Select(name => name ?? "").ToArray();
        var pointer = NodePointer.Of(tokens);
        pointer.Tokens.Should().Equal(tokens);
        NodePointer.Parse(pointer.ToString()).Should().Be(pointer);
        pointer.Append("~/").Tokens.Should().Equal([.. tokens, "~/"]);
        pointer.Append(NodePointer.Of("x", "0")).Tokens.Should().Equal([.. tokens, "x", "0"]);
    }
}
