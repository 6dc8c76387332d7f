using System.Buffers;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks that what stands between the variables of a path can be sent as it is written.</summary>
internal static class PathCharacters
{
    /// <summary><c>pchar</c> of RFC 3986, section 3.3, and the slash. A question mark and a number sign are told by another rule.</summary>
    private static readonly SearchValues<char> Sendable =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%?#");

    public static void Check(CheckContext context, PathTemplate path)
    {
        var plain = path.Filled;
        var shown = Excerpt.Of(path.Text);
        if (plain.FirstOrDefault(char.IsControl) is var control && plain.Any(char.IsControl)) context.Report(PathRules.Control, path.Node, shown, (int)control);
        else if (plain.AsSpan().IndexOfAnyExcept(Sendable) is >= 0 and var at)
            context.Report(PathRules.Character, path.Node, shown, Describe(plain, at), Excerpt.Of(Encode(path.Text.Trim())));
        if (Percents(plain).Any(percent => !IsEncoding(plain, percent))) context.Report(PathRules.Percent, path.Node, shown, Excerpt.Of(Encode(path.Text)));
    }

    private static string Describe(string text, int at)
    {
        var character = Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
        if (character.Value == ' ') return "a blank";
        var isSeen = character.Value < 0x80 || Rune.IsLetterOrDigit(character) || Rune.IsSymbol(character) || Rune.IsPunctuation(character);
        return isSeen ? $"'{character}'" : $"the character U+{character.Value:X4}";
    }

    /// <summary>The path with everything outside of its variables encoded that has to be.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + 16);
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '{') depth++;
            if (depth > 0 || (c == '%' ? IsEncoding(text, i) : Sendable.Contains(c))) encoded.Append(c);
            else if (c < 0x80) encoded.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                encoded.Append(Uri.EscapeDataString(rune.ToString()));
                i += rune.Utf16SequenceLength - 1;
            }
            if (c == '}' && depth > 0) depth--;
        }
        return encoded.ToString();
    }

    private static IEnumerable<int> Percents(string text)
    {
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1)) yield return at;
    }

    private static bool IsEncoding(string text, int percent) =>
        percent + 2 < text.Length && char.IsAsciiHexDigit(text[percent + 1]) && char.IsAsciiHexDigit(text[percent + 2]);
}
