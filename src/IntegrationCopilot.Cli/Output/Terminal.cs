using System.CommandLine;
using System.Text;
using IntegrationCopilot.TestKit;
using Spectre.Console;

namespace IntegrationCopilot.Cli;

/// <summary>Where a command reads from and writes to: the one way to standard output and standard error.</summary>
/// <remarks>
/// All that goes through is made harmless by <see cref="HarmlessText"/>; only colours and progress that we draw ourselves command the terminal.
/// </remarks>
internal sealed class Terminal
{
    /// <summary>Lines are never wrapped by us: scripts read them.</summary>
    private const int UnwrappedWidth = 100_000;

    private readonly TextWriter output;
    private readonly TextWriter error;

    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="input">What <c>-</c> stands for.</param>
    /// <param name="isInteractive">Whether a person looks on: progress is drawn, and colours are used unless they are turned off.</param>
    public Terminal(TextWriter output, TextWriter error, Func<Stream> input, bool isInteractive)
    {
        this.output = output;
        this.error = error;
        Output = new HarmlessTextWriter(output);
        Error = new HarmlessTextWriter(error);
        Input = input;
        IsInteractive = isInteractive;
    }

    public static Option<bool> NoColor { get; } =
        new("--no-color") { Description = "Write no colours; so does a NO_COLOR environment variable.", Recursive = true };

    /// <summary>Results of many lines, such as JSON.</summary>
    public TextWriter Output { get; }

    /// <summary>Progress, problems that stop a command, and what was used wrongly.</summary>
    public TextWriter Error { get; }

    public Func<Stream> Input { get; }

    public bool IsInteractive { get; }

    /// <summary>The folder it is called in.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(Console.Out, Console.Error, Console.OpenStandardInput, !Console.IsOutputRedirected && !Console.IsErrorRedirected);
    }

    /// <summary>Writes one line of results, whatever is in it.</summary>
    public void WriteLine(string line) => Output.WriteLine(HarmlessText.OneLine(line));

    /// <summary>Writes one line to standard error, whatever is in it.</summary>
    public void WriteErrorLine(string line) => Error.WriteLine(HarmlessText.OneLine(line));

    /// <summary>Writes text to standard output, with colours where a person looks on; what waits is written when it is disposed.</summary>
    public TextLines Text(ParseResult parsed) => IsInteractive ? new TextLines(ConsoleOf(output, parsed)) : new TextLines(Output);

    /// <summary>Draws progress on standard error.</summary>
    public IAnsiConsole Progress(ParseResult parsed) => ConsoleOf(error, parsed);

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
        console.Pipeline.Attach(new HarmlessRendering());
        return console;
    }
}
