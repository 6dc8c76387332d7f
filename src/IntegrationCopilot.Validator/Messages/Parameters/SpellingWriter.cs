using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Spells values the way <see cref="SpellingReader"/> reads them (OpenAPI 3.1.1, section 4.8.12.6; RFC 6570).</summary>
internal readonly record struct SpellingWriter(Spelling Spelling, Func<string, string> Encode)
{
    private string Name => PercentCoding.Encode(Spelling.Name);

    /// <summary>The text that takes the place of a path parameter.</summary>
    public string Path(JsonElement value) => Spelling.Style switch
    {
        SerializationStyle.Matrix => string.Concat(Fields(value, ",").Select(f => f.Value.Length == 0 ? $";{f.Name}" : $";{f.Name}={f.Value}")),
        SerializationStyle.Label => "." + Text(value, Spelling.Explode ? "." : ","),
        _ => Text(value, ","),
    };

    /// <summary>A header field's value.</summary>
    public string Header(JsonElement value) => Text(value, ",");

    /// <summary>The fields of a query or form, encoded; none for an empty array or object.</summary>
    public IEnumerable<(string Name, string Value)> Fields(JsonElement value) => Spelling.Style switch
    {
        SerializationStyle.DeepObject when JsonScalars.IsContainer(value) => DeepFields(Name, value, 0),
        SerializationStyle.SpaceDelimited => Fields(value, "%20"),
        SerializationStyle.PipeDelimited => Fields(value, "|"),
        SerializationStyle.TabDelimited => Fields(value, "%09"),
        _ => Fields(value, ","),
    };

    private IEnumerable<(string Name, string Value)> Fields(JsonElement value, string delimiter)
    {
        var writer = this;
        if (JsonScalars.IsContainer(value) && Count(value) == 0) return [];
        if (!Spelling.Explode || !JsonScalars.IsContainer(value)) return [(Name, Text(value, delimiter))];
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(item => (writer.Name, writer.Scalar(item)))
            : value.EnumerateObject().Select(member => (PercentCoding.Encode(member.Name), writer.Scalar(member.Value)));
    }

    private IEnumerable<(string Name, string Value)> DeepFields(string name, JsonElement value, int depth)
    {
        const int maxDepth = 32;
        if (!JsonScalars.IsContainer(value) || depth == maxDepth) return [(name, Scalar(value))];
        var writer = this;
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((item, i) => writer.DeepFields($"{name}%5B{i}%5D", item, depth + 1))
            : value.EnumerateObject().SelectMany(member => writer.DeepFields($"{name}%5B{PercentCoding.Encode(member.Name)}%5D", member.Value, depth + 1));
    }

    private string Text(JsonElement value, string delimiter)
    {
        var writer = this;
        return value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(delimiter, value.EnumerateArray().Select(writer.Scalar)),
            JsonValueKind.Object =>
                string.Join(delimiter,
                value.EnumerateObject().Select(m => writer.Encode(m.Name) + (writer.Spelling.Explode ? "=" : delimiter) + writer.Scalar(m.Value))),
            _ => Scalar(value),
        };
    }

    private string Scalar(JsonElement value) => Encode(JsonScalars.TextOf(value));

    private static int Count(JsonElement container) =>
        container.ValueKind == JsonValueKind.Array ? container.GetArrayLength() : container.GetPropertyCount();
}
