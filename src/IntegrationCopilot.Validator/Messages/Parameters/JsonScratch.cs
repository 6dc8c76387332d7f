using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Writes one short JSON value after the other into the same memory.</summary>
internal sealed class JsonScratch
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1_000 };
    private readonly ArrayBufferWriter<byte> buffer = new();
    private Utf8JsonWriter? writer;

    /// <summary>A value as UTF-8 JSON, overwritten by the next call.</summary>
    public ReadOnlyMemory<byte> Write(WireValue value, ValueShape shape, ValueConverter converter)
    {
        buffer.ResetWrittenCount();
        writer ??= new Utf8JsonWriter(buffer, Options);
        writer.Reset(buffer);
        converter.Write(writer, value, shape);
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
