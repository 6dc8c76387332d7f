using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>What a thread writes one JSON text after the other with.</summary>
internal sealed class WriteScratch
{
    private const int MostKept = 64 * 1024;
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = JsonTrees.MaxDepth };

    [ThreadStatic]
    private static WriteScratch? own;
    private readonly ArrayBufferWriter<byte> buffer = new(512);

    private WriteScratch() => Writer = new Utf8JsonWriter(buffer, Options);

    public Utf8JsonWriter Writer { get; }

    /// <summary>This thread's, taken until it has finished: whoever comes meanwhile, or after a fault, gets a new one.</summary>
    public static WriteScratch Rent()
    {
        var rented = own ?? new WriteScratch();
        own = null;
        return rented;
    }

    /// <summary>What was written; after it the scratch is the thread's again.</summary>
    public byte[] Finish()
    {
        Writer.Flush();
        var written = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity > MostKept) return written;
        buffer.ResetWrittenCount();
        Writer.Reset();
        own = this;
        return written;
    }
}
