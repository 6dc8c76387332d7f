using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Writes one short JSON value after the other into the same memory.</summary>
internal sealed class JsonScratch
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1_000 };
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static JsonScratch? own;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly OpaqueStrings opaque = new();
    private Utf8JsonWriter? writer;

    private JsonScratch()
    {
    }

    /// <summary>This thread's, until it is returned: whoever comes meanwhile gets a new one.</summary>
    public static JsonScratch Rent()
    {
        var rented = own ?? new JsonScratch();
        own = null;
        return rented;
    }

    /// <summary>Leaves it to whoever checks next on this thread.</summary>
    public void Return()
    {
        if (buffer.Capacity <= MostKept) own = this;
    }

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
