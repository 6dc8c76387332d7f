using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.TestKit;

/// <summary>Reads JSON bodies of strangers.</summary>
internal static partial class JsonBody
{
    /// <summary>The value of a body; null when it is not JSON.</summary>
    /// <remarks>
    /// An escaped half of a surrogate pair is JSON and no text (RFC 8259, section 8.2), and a <see cref="JsonElement"/> with one throws when it is looked at.
    /// U+FFFD stands in for it.
    /// </remarks>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Span.IndexOf("\\ud"u8) >= 0 || body.Span.IndexOf("\\uD"u8) >= 0 ? Whole(body) : body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Whole(ReadOnlyMemory<byte> body) =>
        Encoding.UTF8.GetBytes(Escapes().Replace(Encoding.UTF8.GetString(body.Span), escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value));

    /// <summary>Every escape, so that a backslash that is escaped itself begins none.</summary>
    [GeneratedRegex(@"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();
}
