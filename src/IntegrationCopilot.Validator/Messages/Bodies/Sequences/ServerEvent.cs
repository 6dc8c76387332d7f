using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>One server-sent event, its fields as they were sent.</summary>
/// <param name="Event">Its type; null when it does not say.</param>
/// <param name="Data">Its data, lines joined by line feeds.</param>
/// <param name="Id">Its identifier; null when it does not say.</param>
/// <param name="Retry">Milliseconds to wait before connecting again, as digits; null when it does not say.</param>
internal sealed record ServerEvent(string? Event, string Data, string? Id, string? Retry)
{
    /// <summary>The event as OpenAPI models it: an object of strings, but for <c>retry</c>, which is a number (3.2.0, section 4.14.5).</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, JsonScratch.Options);
        writer.WriteStartObject();
        if (Event is not null) writer.WriteString("event", Event);
        writer.WriteString("data", Data);
        if (Id is not null) writer.WriteString("id", Id);
        if (Retry is not null)
        {
            writer.WritePropertyName("retry");
            writer.WriteRawValue(Retry.TrimStart('0') is { Length: > 0 } digits ? digits : "0", skipInputValidation: true);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
