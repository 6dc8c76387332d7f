using System.CommandLine;
using System.Text;
using Spectre.Console;

namespace IntegrationCopilot.Cli;

/// <summary>Where a command reads from and writes to.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Progress, problems that stop a command, and what was used wrongly.</param>
/// <param name="Input">What <c>-</c> stands for.</param>
/// <param name="IsInteractive">Whether a person looks on: progress is drawn, and colours are used unless they are turned off.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, Func<Stream> Input, bool IsInteractive)
{
    /// <summary>Lines are never wrapped by us: scripts read them.</summary>
    private const int UnwrappedWidth = 100_000;

    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "Write no colours; so does a NO_COLOR environment variable.", Recursive = true };

    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, Console.OpenStandardInput, !Console.IsOutputRedirected && !Console.IsErrorRedirected);
    }

    /// <summary>Writes text with colours to <see cref="Output"/>.</summary>
    public IAnsiConsole Text(ParseResult parsed) => ConsoleOf(Output, parsed);

    /// <summary>Draws progress on <see cref="Error"/>.</summary>
    public IAnsiConsole Progress(ParseResult parsed) => ConsoleOf(Error, parsed);

    private IAnsiConsole ConsoleOf(TextWriter writer, ParseResult parsed)
    {
        var colours = IsInteractive && !parsed.GetValue(NoColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsInteractive) console.Profile.Width = UnwrappedWidth;
        return console;
    }
}
