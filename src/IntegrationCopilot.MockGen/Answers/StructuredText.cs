using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Writes strings of structured fields (RFC 9651, section 4.1.6), and header values in general. Characters a header cannot carry become <c>?</c>.
/// </summary>
internal static class StructuredText
{
    private const int MaxLength = 500;
    private const int MaxListed = 5;

    /// <summary>A list of strings (section 3.1), at most five of them.</summary>
    public static string List(IEnumerable<string> texts) => string.Join(", ", texts.Take(MaxListed).Select(Quote));

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
