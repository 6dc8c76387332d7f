using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>What documents and APIs say, as a terminal or a log may show it.</summary>
/// <remarks>
/// <para>Characters that a terminal obeys rather than shows are written as JSON writes them, <c>\u001b</c>: they could change colours, title or clipboard,
/// clear the screen, or hide and reorder what stands around them.</para>
/// <para>Source: ECMA-48 (control functions of C0, C1 and DEL); Unicode Standard Annex 9 (controls of direction) and Unicode Technical Report 36, section 3
/// (characters that are not seen).</para>
/// </remarks>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class HarmlessText
{
    private const char HighestSurrogate = '\uDFFF';

    /// <summary>
    /// Controls but for line feed and tab; and what has no width, turns the direction, or breaks a line unseen. The two joiners stay: scripts and emoji need
    /// them.
    /// </summary>
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
    [
        .. Range('\0', '\b'), .. Range('\v', '\u001F'), .. Range('\u007F', '\u009F'), '\u061C', '\u180E', '\u200B', .. Range('\u200E', '\u200F'),
        .. Range('\u2028', '\u202E'), .. Range('\u2060', '\u206F'), '\uFEFF', .. Range('\uFFF9', '\uFFFB'), .. Range('\uD800', HighestSurrogate),
    ]);

    /// <summary>Text of any number of lines. Line feeds and tabs stay; a carriage return before a line feed is dropped.</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Escape(text, keepsLines: true);
    }

    /// <summary>Text that stays on one line, so that it cannot look like a line of ours: line feeds are written <c>\n</c>.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Escape(text, keepsLines: false);
    }

    private static string Escape(string text, bool keepsLines)
    {
        if (!text.AsSpan().ContainsAny(Suspects) && (keepsLines || !text.Contains('\n'))) return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && !IsTag(text[i], text[i + 1]))
                escaped.Append(text[i]).Append(text[++i]);
            else if (text[i] == '\r' && keepsLines && i + 1 < text.Length && text[i + 1] == '\n') continue;
            else Append(escaped, text[i], keepsLines);
        }
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, char c, bool keepsLines)
    {
        if (c == '\n' && !keepsLines) escaped.Append("\\n");
        else if (Suspects.Contains(c)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else escaped.Append(c);
    }

    /// <summary>Tags (U+E0000 to U+E007F) spell out text that nobody sees.</summary>
    private static bool IsTag(char high, char low) => char.ConvertToUtf32(high, low) is >= 0xE0000 and <= 0xE007F;

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
