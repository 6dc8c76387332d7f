using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes nodes as JSON.</summary>
internal static class SampleText
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonSerializerOptions Serialized = new() { MaxDepth = 1_000 };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? kept;

    /// <summary>UTF-8; good until this thread writes the next.</summary>
    public static ReadOnlySpan<byte> Write(JsonNode? value)
    {
        if (value is null) return "null"u8;
        var (buffer, writer) = kept ??= New();
        buffer.ResetWrittenCount();
        writer.Reset();
        value.WriteTo(writer, Serialized);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    /// <summary>Reads JSON; of repeated member names the last counts.</summary>
    public static JsonNode? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000 });
        return Node(document.RootElement);
    }

    private static JsonNode? Node(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in value.EnumerateObject()) members[member.Name] = Node(member.Value);
                return members;
            case JsonValueKind.Array: return new JsonArray([.. value.EnumerateArray().Select(Node)]);
            case JsonValueKind.Null: return null;
            default: return JsonValue.Create(value.Clone());
        }
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        return (buffer, new Utf8JsonWriter(buffer, Written));
    }
}
