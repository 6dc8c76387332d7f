using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes texts and values so that nothing in them is taken for a placeholder of a golden test.</summary>
/// <remarks>
/// A backslash makes the braces after it plain text, and each backslash that stands directly before braces is written twice. Whatever is escaped and filled in
/// is itself again. To put a placeholder behind a text that ends with backslashes, write each of these twice.
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class TemplateEscapes
{
    private const string Open = "{{";
    private const string EscapedBrace = "\\u007b";

    /// <summary>Escapes a text.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains(Open, StringComparison.Ordinal)) return text;
        var output = new StringBuilder(text.Length + 16);
        var written = 0;
        while (text.IndexOf(Open, written, StringComparison.Ordinal) is var open and >= 0)
        {
            var slashes = text.AsSpan(written, open - written).Length - text.AsSpan(written, open - written).TrimEnd('\\').Length;
            output.Append(text, written, open - written).Append('\\', slashes + 1).Append(Open);
            written = open + Open.Length;
        }

        return output.Append(text, written, text.Length - written).ToString();
    }

    /// <summary>Escapes the strings and member names of a JSON value; a string that is no text, since it holds half a surrogate pair, stays as it is.</summary>
    /// <param name="value">The value.</param>
    public static JsonElement Escape(JsonElement value) => MayHoldBraces(value.GetRawText())
        ? AsJson.Element(Rewrite(AsJson.Node(value))) : value;

    /// <summary>Whether a template is nothing but a value that is filled in later.</summary>
    internal static bool IsVariable(JsonElement template) =>
        template.ValueKind == JsonValueKind.String && template.GetString()!.StartsWith($"{Open} ", StringComparison.Ordinal);

    /// <summary>
    /// The text of a JSON template as a template for text: the backslash that makes braces plain is written as two in JSON, and as one in text.
    /// </summary>
    /// <param name="json">The JSON; its strings are either nothing but a placeholder, or hold none.</param>
    internal static string OfJsonText(string json) => json.Replace(@"\\{{", @"\{{", StringComparison.Ordinal);

    private static bool MayHoldBraces(string json) =>
        json.Contains(Open, StringComparison.Ordinal) || json.Contains(EscapedBrace, StringComparison.OrdinalIgnoreCase);

    private static JsonNode? Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(Escape(member.Key), Rewrite(member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Rewrite)]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && Text(value) is { } text:
                return JsonValue.Create(Escape(text));
            default:
                return node?.DeepClone();
        }
    }

    private static string? Text(JsonValue value)
    {
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
