using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>JSON text as indented, coloured HTML. Values keep their spelling, so that what is shown is what was sent.</summary>
internal static class JsonMarkup
{
    private const int MaxDepth = 128;

    /// <summary>The HTML of a JSON text.</summary>
    /// <returns>Null when the text is not JSON, or nests deeper than 128 levels.</returns>
    public static string? Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        var html = new StringBuilder(text.Length * 2);
        try
        {
            var before = JsonTokenType.None;
            while (reader.Read())
            {
                WriteGap(html, before, reader.TokenType, reader.CurrentDepth);
                WriteToken(html, ref reader);
                before = reader.TokenType;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return html.ToString();
    }

    private static void WriteGap(StringBuilder html, JsonTokenType before, JsonTokenType token, int depth)
    {
        if (before is JsonTokenType.None) return;
        var opened = before is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var closes = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (before is JsonTokenType.PropertyName) html.Append(": ");
        else if (opened && closes) return;
        else html.Append(opened || closes ? "\n" : ",\n").Append(' ', depth * 2);
    }

    private static void WriteToken(StringBuilder html, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: html.Append('{'); break;
            case JsonTokenType.EndObject: html.Append('}'); break;
            case JsonTokenType.StartArray: html.Append('['); break;
            case JsonTokenType.EndArray: html.Append(']'); break;
            case JsonTokenType.PropertyName: WriteSpan(html, "json-name", $"\"{Spelling(ref reader)}\""); break;
            case JsonTokenType.String: WriteSpan(html, "json-string", $"\"{Spelling(ref reader)}\""); break;
            case JsonTokenType.Number: WriteSpan(html, "json-number", Spelling(ref reader)); break;
            default: WriteSpan(html, "json-word", Spelling(ref reader)); break;
        }
    }

    private static string Spelling(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    private static void WriteSpan(StringBuilder html, string cssClass, string text) =>
        html.Append("<span class=\"").Append(cssClass).Append("\">").Append(HtmlEncoder.Default.Encode(text)).Append("</span>");
}
