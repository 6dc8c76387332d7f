using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Escaping of JSON Pointer tokens (RFC 6901, sections 3 and 4).</summary>
internal static class JsonPointer
{
    public static string Unescape(ReadOnlySpan<char> token)
    {
        var text = token.ToString();
        return text.Contains('~') ? text.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal) : text;
    }

    public static void Append(StringBuilder pointer, string token)
    {
        pointer.Append('/');
        foreach (var c in token)
        {
            if (c == '~') pointer.Append("~0");
            else if (c == '/') pointer.Append("~1");
            else pointer.Append(c);
        }
    }
}
