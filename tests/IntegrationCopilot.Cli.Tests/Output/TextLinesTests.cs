using IntegrationCopilot.Cli;
using Spectre.Console;

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

    [Fact]
    public void Markup_LineThatDoesNotFit_GoesOnBeneathItsBeginning()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var lines = new TextLines(Narrow(output));
        lines.Markup("[bold]Title of a few words that is long[/]");
        lines.Markup("    [red]one[/] two three four five six seven");
        lines.Markup("  short");
        output.ToString().Split('\n').Select(line => line.TrimEnd()).Should()
            .Equal("Title of a few words", "that is long", "    one two three four", "    five six seven", "  short", "");
    }

    [Fact]
    public void Command_LineThatDoesNotFit_StaysOneLineAndHarmless()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using (var lines = new TextLines(Narrow(output))) lines.Command("    again:  curl --request GET --url 'http://x/[a]' \u001b[2J");
        output.ToString().Should().StartWith("    again:  curl --request GET --url 'http://x/[a]' ").And.NotContain("\u001b").And.EndWith("\n");
        using var plain = new StringWriter { NewLine = "\n" };
        using (var lines = new TextLines(plain)) lines.Command("curl '[a]'");
        plain.ToString().Should().Be("curl '[a]'\n");
    }

    private static IAnsiConsole Narrow(StringWriter output)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 22;
        return console;
    }
}
