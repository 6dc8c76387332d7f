using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Writes one short JSON value after the other into the same memory.</summary>
internal sealed class JsonScratch
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1_000 };
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly OpaqueStrings opaque = new();
    private Utf8JsonWriter? writer;

    /// <summary>The strings of the last value that stand for bytes; null when there are none.</summary>
    public OpaqueStrings? Opaque => opaque.IsEmpty ? null : opaque;

    /// <summary>A value as UTF-8 JSON, overwritten by the next call.</summary>
    public ReadOnlyMemory<byte> Write(WireValue value, ValueShape shape, ValueConverter converter)
    {
        buffer.ResetWrittenCount();
        opaque.Clear();
        writer ??= new Utf8JsonWriter(buffer, Options);
        writer.Reset(buffer);
        (converter with { Opaque = opaque }).Write(writer, value, shape);
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
