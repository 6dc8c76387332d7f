using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>Foreign text in markdown that also knows HTML, as GitHub's does: it stays text whatever it says, and mentions and links nobody.</summary>
internal static class MarkdownText
{
    private const string Active = "\\`*_{}[]()<>#+!|~@:&\"'$^=";

    private const string Cut = "…";

    /// <summary>Text within a line.</summary>
    public static string Of(string text)
    {
        var shown = HarmlessText.OneLine(text);
        var escaped = new StringBuilder(shown.Length);
        foreach (var c in shown)
        {
            if (Active.Contains(c)) escaped.Append("&#").Append((int)c).Append(';');
            else escaped.Append(c);
        }

        return escaped.Replace("www.", "www&#46;").ToString();
    }

    /// <summary>Code within a line.</summary>
    public static string Code(string text) => $"<code>{Of(text)}</code>";

    /// <summary>A block of code; what is longer than a given number of characters is cut.</summary>
    public static string Block(string text, int longest)
    {
        var shown = HarmlessText.Of(text.Length > longest ? text[..longest] + Cut : text);
        return $"<pre>{shown.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)}</pre>";
    }
}
