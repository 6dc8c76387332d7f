using System.Text;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli;

/// <summary>Hands on text as <see cref="HarmlessText.Of"/> makes it, so that nothing written through it commands a terminal.</summary>
internal sealed class HarmlessTextWriter : TextWriter
{
    private readonly TextWriter inner;
    private char waiting;

    /// <param name="inner">Where the text goes; not closed with this.</param>
    public HarmlessTextWriter(TextWriter inner)
    {
        this.inner = inner;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => inner.Encoding;

    public override IFormatProvider FormatProvider => inner.FormatProvider;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value)
    {
        if (Complete(value ?? "") is { Length: > 0 } text) inner.Write(HarmlessText.Of(text));
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override Task WriteAsync(char value) => WriteAsync(value.ToString());

    public override Task WriteAsync(string? value) =>
        Complete(value ?? "") is { Length: > 0 } text ? inner.WriteAsync(HarmlessText.Of(text)) : Task.CompletedTask;

    public override Task WriteAsync(char[] buffer, int index, int count) => WriteAsync(new string(buffer, index, count));

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => WriteAsync(buffer.ToString());

    public override Task WriteLineAsync() => WriteAsync("\n");

    public override Task WriteLineAsync(char value) => WriteAsync(value + "\n");

    public override Task WriteLineAsync(string? value) => WriteAsync(value + "\n");

    public override Task WriteLineAsync(char[] buffer, int index, int count) => WriteAsync(new string(buffer, index, count) + "\n");

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) => WriteAsync(buffer + "\n");

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <summary>Puts the first half of a character that was written by itself before the rest, and keeps back one that comes last.</summary>
    private string Complete(string text)
    {
        if (text.Length == 0) return text;
        if (waiting != '\0') text = waiting + text;
        waiting = char.IsHighSurrogate(text[^1]) ? text[^1] : '\0';
        return waiting == '\0' ? text : text[..^1];
    }
}
