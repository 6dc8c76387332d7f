using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Puts plain text into markdown so that it stays what it is.</summary>
internal static class MarkdownText
{
    /// <summary>Text within a line or a table cell.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r') { escaped.Append(' '); continue; }
            if (c == '<') { escaped.Append("&lt;"); continue; }
            if (c == '&') { escaped.Append("&amp;"); continue; }
            if (c is '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '>' || (c == '_' && !WithinWord(text, i)) || (c is '#' or '+' or '-' or '=' && i == 0))
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>Paragraphs and list lines, each escaped.</summary>
    public static string Block(string text) =>
        string.Join('\n',
            text.Split('\n').Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? "- " + Escape(line[2..]) : EscapeNumber(Escape(line))));

    /// <summary>A code span; names hold no line breaks, and a pipe would end the cell.</summary>
    public static string Code(string text)
    {
        var plain = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
        var fence = plain.Contains('`') ? "``" : "`";
        if (plain.Contains("``", StringComparison.Ordinal)) return Escape(text);
        return plain.Contains('`') ? $"{fence} {plain} {fence}" : fence + plain + fence;
    }

    /// <summary>A fenced block whose fence is longer than any within it.</summary>
    public static string Fence(string text, string language)
    {
        var longest = 2;
        for (int i = 0, run = 0; i < text.Length; i++)
        {
            run = text[i] == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        var fence = new string('`', longest + 1);
        return $"{fence}{language}\n{text}\n{fence}";
    }

    private static bool WithinWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    /// <summary>A line that begins with a number and a dot would become a list.</summary>
    private static string EscapeNumber(string line)
    {
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' ? line[..digits] + "\\" + line[digits..] : line;
    }
}
