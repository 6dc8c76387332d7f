using System.Text;
using IntegrationCopilot.TestKit;
using Spectre.Console;

namespace IntegrationCopilot.Cli;

/// <summary>
/// Lines of results with markup in them. Where a person looks on, the terminal's renderer draws them; elsewhere they are written plainly, without measuring
/// and wrapping thousands of lines first.
/// </summary>
internal sealed class TextLines : IDisposable
{
    private const int FlushedAt = 32_768;

    private readonly IAnsiConsole? console;
    private readonly TextWriter? writer;
    private readonly StringBuilder waiting = new();

    /// <param name="console">What draws them.</param>
    public TextLines(IAnsiConsole console) => this.console = console;

    /// <param name="writer">Where they go as plain text, which it makes harmless.</param>
    public TextLines(TextWriter writer) => this.writer = writer;

    /// <summary>Writes a line.</summary>
    /// <param name="markup">The line; text of others in it goes through <see cref="PlainMarkup.Of"/>.</param>
    public void Markup(string markup)
    {
        if (console is not null)
        {
            Draw(markup);
            return;
        }

        AppendPlain(markup);
        waiting.Append('\n');
        if (waiting.Length >= FlushedAt) Flush();
    }

    /// <summary>Writes a line that holds a command: it is copied as a whole, so that the terminal may break it and we do not.</summary>
    /// <param name="text">The line, without markup.</param>
    public void Command(string text)
    {
        if (console is null) Markup(PlainMarkup.Of(text));
        else console.Profile.Out.Writer.WriteLine(HarmlessText.OneLine(text));
    }

    /// <summary>Writes an empty line.</summary>
    public void Empty() => Markup("");

    /// <summary>Writes what waits.</summary>
    public void Dispose() => Flush();

    /// <summary>What does not fit into a line goes on beneath the line's own beginning.</summary>
    private void Draw(string markup)
    {
        var text = markup.TrimStart(' ');
        var indent = Math.Min(markup.Length - text.Length, console!.Profile.Width / 2);
        if (indent == 0) console.MarkupLine(markup);
        else console.Write(new Padder(new Markup(text), new Padding(indent, 0, 0, 0)));
    }

    private void Flush()
    {
        if (writer is null || waiting.Length == 0) return;
        writer.Write(waiting.ToString());
        waiting.Clear();
    }

    /// <summary>The text without tags; brackets that stand twice are text.</summary>
    private void AppendPlain(ReadOnlySpan<char> markup)
    {
        while (markup.IndexOfAny('[', ']') is >= 0 and var at)
        {
            waiting.Append(markup[..at]);
            var rest = markup[at..];
            if (rest.Length > 1 && rest[1] == rest[0])
            {
                waiting.Append(rest[0]);
                markup = rest[2..];
            }
            else if (rest.IndexOf(']') is > 0 and var end)
            {
                markup = rest[(end + 1)..];
            }
            else
            {
                throw new ArgumentException("A tag is not closed.", nameof(markup));
            }
        }

        waiting.Append(markup);
    }
}
