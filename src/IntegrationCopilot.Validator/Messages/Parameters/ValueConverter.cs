using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Turns spelled values into JSON by the types their shape allows.</summary>
/// <param name="PreferText">Whether a text stays a string where the shape allows strings beside other types.</param>
/// <param name="ReadJson">Whether a text may be JSON where the shape allows no scalar.</param>
internal readonly record struct ValueConverter(bool PreferText, bool ReadJson)
{
    /// <summary>Schemas of arrays of themselves would wrap one text for ever.</summary>
    private const int MaxDepth = 64;

    /// <summary>
    /// Whether a text within an array or object may be JSON where its shape allows no scalar: the spelling of what styles leave undefined (OpenAPI 3.1.1,
    /// section 4.8.12.6).
    /// </summary>
    public bool ReadInnerJson { get; init; }

    /// <summary>Receives the strings that stand for bytes.</summary>
    public OpaqueStrings? Opaque { get; init; }

    public void Write(Utf8JsonWriter writer, WireValue value, ValueShape shape)
    {
        switch (value)
        {
            case WireText text: WriteText(writer, text.Text, shape); break;
            case WireList list: WriteItems(writer, list.Items, shape); break;
            case WireMap map when shape.Allows(JsonTypes.Array)
                && !shape.Allows(JsonTypes.Object): WriteItems(writer, map.Members.Select(m => m.Value), shape); break;
            case WireMap map: WriteMembers(writer, map, shape); break;
            case WireJson json: writer.WriteRawValue(json.Utf8.Span, skipInputValidation: true); break;
            case WireBytes bytes: WriteOpaque(writer, bytes); break;
        }
    }

    private void WriteOpaque(Utf8JsonWriter writer, WireBytes bytes)
    {
        writer.WriteStringValue("");
        Opaque?.Add((int)(writer.BytesCommitted + writer.BytesPending) - 1, bytes.Length);
    }

    private void WriteItems(Utf8JsonWriter writer, IEnumerable<WireValue> items, ValueShape shape)
    {
        writer.WriteStartArray();
        var place = 0;
        foreach (var item in items) Write(writer, item, shape.ItemAt(place++));
        writer.WriteEndArray();
    }

    private void WriteMembers(Utf8JsonWriter writer, WireMap map, ValueShape shape)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map.Members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, shape.Property(name));
        }
        writer.WriteEndObject();
    }

    private void WriteText(Utf8JsonWriter writer, string text, ValueShape shape)
    {
        var textAllowed = shape.Allows(JsonTypes.String);
        if (!shape.IsUnknown && !(PreferText && textAllowed) && TryWriteLiteral(writer, text, shape, textAllowed)) return;
        if (textAllowed || !TryWriteContainer(writer, text, shape)) writer.WriteStringValue(text);
    }

    private static bool TryWriteLiteral(Utf8JsonWriter writer, string text, ValueShape shape, bool textAllowed)
    {
        if (shape.Allows(JsonTypes.Boolean) && text is "true" or "false") writer.WriteBooleanValue(text == "true");
        else if (shape.Allows(JsonTypes.Integer | JsonTypes.Number) && JsonTexts.IsNumber(text)) writer.WriteRawValue(text, skipInputValidation: true);
        else if (shape.Allows(JsonTypes.Null) && (text == "null" || (text.Length == 0 && !textAllowed))) writer.WriteNullValue();
        else return false;
        return true;
    }

    private bool TryWriteContainer(Utf8JsonWriter writer, string text, ValueShape shape)
    {
        if (shape.Allows(JsonTypes.Array | JsonTypes.Object) && (ReadJson || (ReadInnerJson && writer.CurrentDepth > 0)) && JsonTexts.IsContainer(text))
            writer.WriteRawValue(text, skipInputValidation: true);
        else if (shape.Types == JsonTypes.Array && writer.CurrentDepth < MaxDepth) WriteItems(writer, [new WireText(text)], shape);
        else return false;
        return true;
    }
}
