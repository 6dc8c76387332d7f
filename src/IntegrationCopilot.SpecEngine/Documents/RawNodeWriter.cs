using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Writes a raw node as JSON. Depth is bounded by the reader's limit, aliases by their expansion limit.</summary>
internal static class RawNodeWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 10_000 };

    public static byte[] ToUtf8(RawNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(node, writer);
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(RawNode node, Utf8JsonWriter writer)
    {
        switch (node.Kind)
        {
            case RawKind.Object: WriteObject(node, writer); break;
            case RawKind.Array: WriteArray(node, writer); break;
            case RawKind.String: writer.WriteStringValue(node.GetString()); break;
            case RawKind.Number: writer.WriteRawValue(node.GetScalarText()!, skipInputValidation: true); break;
            case RawKind.True or RawKind.False: writer.WriteBooleanValue(node.Kind == RawKind.True); break;
            case RawKind.Null: writer.WriteNullValue(); break;
            default: throw new InvalidOperationException("An undefined node cannot be written.");
        }
    }

    private static void WriteObject(RawNode node, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var member in node.Children)
        {
            writer.WritePropertyName(member.Name);
            Write(member, writer);
        }
        writer.WriteEndObject();
    }

    private static void WriteArray(RawNode node, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var item in node.Children) Write(item, writer);
        writer.WriteEndArray();
    }
}
