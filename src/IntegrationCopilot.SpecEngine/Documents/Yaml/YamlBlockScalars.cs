using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Takes the blanks out of blank lines at the beginning of block scalars, where they mean nothing but the parser refuses them.</summary>
/// <remarks>
/// A leading empty line contributes a line break however many blanks it holds (YAML 1.2.2, section 8.1.3).
/// The parser takes some for an error: https://github.com/aaubry/YamlDotNet/issues/523.
/// </remarks>
internal static class YamlBlockScalars
{
    /// <summary>The text without those blanks, and for each cut where it is in the new text and how much was taken out up to there.</summary>
    public static (string Text, List<(int At, int Removed)> Cuts) WithoutLeadingBlanks(string text)
    {
        List<(int At, int Removed)> cuts = [];
        StringBuilder? kept = null;
        var copied = 0;
        var afterHeader = false;
        for (var start = 0; start < text.Length;)
        {
            var line = LineAt(text, start);
            var blanks = line.Length - line.TrimStart(' ').Length;
            var isBlank = blanks == line.Length;
            if (isBlank && blanks > 0 && afterHeader)
            {
                kept = (kept ?? new StringBuilder(text.Length)).Append(text, copied, start - copied);
                copied = start + blanks;
                cuts.Add((kept.Length, copied - kept.Length));
            }
            if (!isBlank) afterHeader = EndsWithHeader(line);
            start += line.Length + 1;
        }
        return kept is null ? (text, cuts) : (kept.Append(text, copied, text.Length - copied).ToString(), cuts);
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Whether a line ends with <c>|</c> or <c>&gt;</c> as the value of a key or list item, without an indentation indicator.</summary>
    private static bool EndsWithHeader(ReadOnlySpan<char> line)
    {
        if (line[^1] is not ('|' or '>' or '+' or '-' or ' ')) return false;
        var header = line.TrimEnd(' ');
        if (header[^1] is '+' or '-') header = header[..^1];
        return header.Length > 1 && header[^1] is '|' or '>' && header[^2] == ' ' && header[..^1].TrimEnd(' ') is [.., ':' or '-'];
    }
}
