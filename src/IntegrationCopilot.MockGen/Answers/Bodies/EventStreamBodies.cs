using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Server-sent events (WHATWG HTML, section 9.2.6). An item with the members <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c> is an event with these fields
/// (OpenAPI 3.2.0, section 4.14.4.5); any other value is the data of an event.
/// </summary>
internal sealed class EventStreamBodies : IBodyWriter
{
    private static readonly string[] Fields = ["event", "data", "id", "retry"];

    public bool Knows(string essence) => essence == "text/event-stream";

    public WrittenBody Write(BodyContent content)
    {
        var text = new StringBuilder();
        foreach (var item in content.Items())
        {
            if (IsEvent(item, content.Media.ItemSchema.IsDefined)) AppendEvent(text, item);
            else AppendLines(text, "data", BodyContent.TextOf(item));
            text.Append('\n');
        }
        return WrittenBody.Text(content.Media.Name, text.ToString());
    }

    /// <summary>Members of other names belong to the data, unless the document describes items, which are events.</summary>
    private static bool IsEvent(JsonElement item, bool describesEvents)
    {
        if (item.ValueKind != JsonValueKind.Object) return false;
        var names = item.EnumerateObject().Select(m => m.Name).ToList();
        return describesEvents ? names.Exists(Fields.Contains) : names.Contains("data") && names.TrueForAll(Fields.Contains);
    }

    private static void AppendEvent(StringBuilder text, JsonElement item)
    {
        foreach (var field in item.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null || !IsFieldName(field.Name)) continue;
            var value = BodyContent.TextOf(field.Value);
            if (field.Name == "data") AppendLines(text, field.Name, value);
            // Only data may have several lines, and an id with a NUL is ignored by clients.
            else text.Append(field.Name).Append(": ").Append(value.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal)).Append('\n');
        }
    }

    private static bool IsFieldName(string name) => name.Length > 0 && name.AsSpan().IndexOfAny(":\r\n\0") < 0;

    private static void AppendLines(StringBuilder text, string field, string value)
    {
        foreach (var line in value.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r')) text.Append(field).Append(": ").Append(line).Append('\n');
    }
}
