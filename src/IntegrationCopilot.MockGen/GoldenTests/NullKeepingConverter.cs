using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>Tells the JSON value <c>null</c> from no value at all.</summary>
internal sealed class NullKeepingConverter : JsonConverter<JsonElement?>
{
    public override bool HandleNull => true;

    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options)
    {
        if (value is { } element) element.WriteTo(writer);
        else writer.WriteNullValue();
    }
}
