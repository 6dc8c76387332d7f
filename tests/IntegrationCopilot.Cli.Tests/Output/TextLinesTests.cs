using IntegrationCopilot.Cli;

namespace IntegrationCopilot.Cli.Tests.Output;

public sealed class TextLinesTests
{
    [Theory]
    [InlineData("[bold]Title[/] 1.0", "Title 1.0")]
    [InlineData("  [green]applies[/]  [grey][[GET /a]][/]", "  applies  [GET /a]")]
    [InlineData("[[[[]]]]", "[[]]")]
    [InlineData("a]]b[[c", "a]b[c")]
    [InlineData("", "")]
    public void Markup_NoTerminal_IsWrittenWithoutTags(string markup, string plain)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using (var lines = new TextLines(output)) lines.Markup(markup);
        output.ToString().Should().Be($"{plain}\n");
    }

    [Fact]
    public void Markup_TextOfOthers_StaysWhatItIs()
    {
        const string text = "[red]x[/] [[y]] ] [";
        using var output = new StringWriter { NewLine = "\n" };
        using (var lines = new TextLines(output)) lines.Markup($"[grey]{PlainMarkup.Of(text)}[/]");
        output.ToString().Should().Be($"{text}\n");
    }

    [Theory]
    [InlineData("[bold")]
    [InlineData("a]")]
    public void Markup_TagNotClosed_Throws(string markup)
    {
        using var output = new StringWriter();
        using var lines = new TextLines(output);
        lines.Invoking(l => l.Markup(markup)).Should().Throw<ArgumentException>();
    }
}
