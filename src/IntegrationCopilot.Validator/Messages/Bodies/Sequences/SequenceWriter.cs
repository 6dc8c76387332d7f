using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Writes values as sequences: an array item by item, any other value as the one item.</summary>
internal static class SequenceWriter
{
    public static string Write(MediaTypeName name, ApiSpec spec, ApiMediaType media, JsonElement value)
    {
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        if (!name.IsEventStream) return string.Concat(items.Select(item => $"{(name.IsJsonTextSequence ? "\u001e" : "")}{Json(item)}\n"));
        var describesEvents = new SequenceModel(spec, media).DescribesEvents;
        return string.Concat(items.Select(item => describesEvents && IsEvent(item) ? Event(item) : Field("data", JsonScalars.TextOf(item)) + "\n"));
    }

    private static string Json(JsonElement item) => JsonSerializer.Serialize(item, GeneratedJson.Default.JsonElement);

    private static bool IsEvent(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("data", out _);

    /// <summary>The fields in the order people write them; others have no place in an event.</summary>
    private static string Event(JsonElement item)
    {
        var text = new StringBuilder();
        foreach (var name in (ReadOnlySpan<string>)["event", "id", "retry", "data"])
            if (item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null) text.Append(Field(name, JsonScalars.TextOf(value)));
        return text.Append('\n').ToString();
    }

    /// <summary>One line for each line of the value; only data can have several (WHATWG HTML, section 9.2.6).</summary>
    private static string Field(string name, string value)
    {
        var lines = value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return name == "data" ? string.Concat(lines.Select(line => $"data: {line}\n")) : $"{name}: {string.Join(' ', lines)}\n";
    }
}
