using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Turns the CommonMark and HTML of descriptions into plain text: no tags, no emphasis, links as their words.</summary>
internal static partial class PlainText
{
    /// <summary>Input beyond this is not even looked at.</summary>
    private const int MaxInput = 20_000;

    /// <summary>One line, cut to a length; null when nothing is left.</summary>
    public static string? Line(string? text, int max = BlueprintLimits.MaxCell)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = Spaces().Replace(Strip(Start(text)), " ").Trim();
        return plain.Length == 0 ? null : Cut(plain, max);
    }

    /// <summary>Paragraphs separated by empty lines, and list lines that begin with <c>- </c>; null when nothing is left.</summary>
    public static string? Block(string? text, int max = BlueprintLimits.MaxDescription)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var blocks = new StringBuilder();
        var open = false;
        foreach (var raw in Strip(Start(text)).Split('\n'))
        {
            var line = Spaces().Replace(raw, " ").Trim();
            var item = line.Length > 2 && line[0] is '-' or '*' or '+' && line[1] == ' ';
            if (line.Length == 0) { open = false; continue; }
            if (blocks.Length > 0) blocks.Append(item ? "\n" : open ? " " : "\n\n");
            blocks.Append(item ? "- " + line[2..].Trim() : line);
            open = true;
            if (blocks.Length > max) break;
        }
        return blocks.Length == 0 ? null : Cut(blocks.ToString(), max);
    }

    private static string Start(string text) => text.Length > MaxInput ? text[..MaxInput] : text;

    private static string Strip(string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        plain = Breaks().Replace(plain, "\n");
        plain = Tags().Replace(plain, "");
        plain = System.Net.WebUtility.HtmlDecode(plain);
        plain = Links().Replace(plain, "${words}");
        plain = Headings().Replace(plain, static heading => Heading(heading.Groups["words"].Value));
        plain = Rules().Replace(plain, "");
        plain = Strong().Replace(plain, "${words}");
        plain = plain.Replace("`", "", StringComparison.Ordinal);
        return string.Concat(plain.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c));
    }

    /// <summary>On a line of its own, with a mark that shows what it was.</summary>
    private static string Heading(string words)
    {
        var title = words.Trim().TrimEnd('#').TrimEnd();
        if (title.Length == 0) return "\n";
        return char.IsLetterOrDigit(title[^1]) || title[^1] is ')' or '*' or '`' ? $"\n{title}:\n\n" : $"\n{title}\n\n";
    }

    private static string Cut(string text, int max)
    {
        if (text.Length <= max) return text;
        var end = text.LastIndexOf(' ', max - 1, Math.Min(max - 1, 40));
        end = end > 0 ? end : max - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"</?(?:br|p|div|li|tr|h[1-6]|ul|ol|table)\b[^<>]{0,500}>",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Breaks();

    [GeneratedRegex(@"</?[A-Za-z][^<>]{0,2000}>|<!--[^>]{0,2000}-->", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+""[^""]{0,500}"")?\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"^[ ]{0,3}#{1,6}[ \t]+(?<words>[^\n]*)$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^[ \t]*(?:```|~~~)[^\n]*$|^[ \t|:=-]*[-=][ \t|:=-]*[-=][ \t|:=-]*$",
        RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]{1,500})\*\*|__(?<words>[^_\n]{1,500})__", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Strong();
}
