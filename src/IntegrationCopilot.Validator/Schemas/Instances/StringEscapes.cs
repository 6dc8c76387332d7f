using System.Globalization;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Strings with escapes (RFC 8259, section 7). A lone surrogate becomes U+FFFD.</summary>
internal static class StringEscapes
{
    private const string BadEscape = "this escape is not known in JSON";

    /// <summary>Appends the content to the tape's unescaped bytes.</summary>
    /// <param name="text">The document.</param>
    /// <param name="at">Position of the first character of the string.</param>
    /// <param name="tape">Receives the content.</param>
    /// <param name="reason">Why it is no string; null when it is one.</param>
    /// <returns>The position of the closing quote, or of the fault.</returns>
    public static int Read(ReadOnlySpan<byte> text, int at, Tape tape, out string? reason)
    {
        while (true)
        {
            var run = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            reason = run < 0 ? "the string does not end" : null;
            if (run < 0) return text.Length;
            var control = text.Slice(at, run).IndexOfAnyInRange((byte)0, (byte)31);
            if (control >= 0) reason = "a control character must be escaped in a string";
            if (control >= 0) return at + control;
            text.Slice(at, run).CopyTo(tape.ReserveUnescaped(run));
            tape.UnescapedLength += run;
            at += run;
            if (text[at] == '"') return at;
            at = ReadEscape(text, at, tape, out reason);
            if (reason is not null) return at;
        }
    }

    private static int ReadEscape(ReadOnlySpan<byte> text, int at, Tape tape, out string? reason)
    {
        reason = BadEscape;
        if (at + 1 >= text.Length) return text.Length;
        int value = text[at + 1] switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => text[at + 1],
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            (byte)'u' => ReadHex(text, at + 2),
            _ => -1,
        };
        if (value < 0) return text[at + 1] == 'u' && at + 6 > text.Length ? text.Length : at;
        reason = null;
        at += text[at + 1] == 'u' ? 6 : 2;
        if (char.IsHighSurrogate((char)value) && text[at..].StartsWith("\\u"u8) && ReadHex(text, at + 2) is var low && low >= 0
            && char.IsLowSurrogate((char)low))
        {
            Append(tape, new Rune((char)value, (char)low));
            return at + 6;
        }
        Append(tape, Rune.TryCreate((char)value, out var rune) ? rune : Rune.ReplacementChar);
        return at;
    }

    private static void Append(Tape tape, Rune rune) => tape.UnescapedLength += rune.EncodeToUtf8(tape.ReserveUnescaped(4));

    private static int ReadHex(ReadOnlySpan<byte> text, int at) =>
        at + 4 <= text.Length && ushort.TryParse(text.Slice(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;
}
