using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes strings of structured fields (RFC 9651, section 4.1.6), and header values in general. Characters a header cannot carry become <c>?</c>.</summary>
internal static class StructuredText
{
    private const int MaxLength = 500;

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text.Length > MaxLength ? text[..MaxLength] : text)
        {
            if (c is '"' or '\\') quoted.Append('\\');
            quoted.Append(c is >= ' ' and <= '~' ? c : '?');
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Whether a text can stand as the value of a header field (RFC 9110, section 5.5).</summary>
    public static bool IsFieldValue(string text) => text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && text.All(c => c is >= ' ' and <= '~');
}
