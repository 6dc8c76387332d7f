using System.Buffers;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Turns what goes into a trace file into signed lines, each linked to the one before.</summary>
/// <remarks>One buffer is used for all lines: a line is valid until the next one is asked for. Not safe for use by several threads at once.</remarks>
internal sealed class EntryWriter(TraceKey key, ChainState state) : IDisposable
{
    public const string Format = "integration-copilot-traces";

    /// <summary>More than a line holds besides its data.</summary>
    private const int MaxChainBytes = 1024;

    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly EntryMac mac = new(key);
    private readonly byte[] keyId = Encoding.ASCII.GetBytes(key.Id);

    public long Traces => state.Traces;

    public ReadOnlyMemory<byte> Header(string chain)
    {
        Begin();
        WriteHeader(chain);
        return Finish(EntryKind.Header);
    }

    public ReadOnlyMemory<byte> Trace(ApiTrace trace)
    {
        Begin();
        TraceJson.Serialize(trace, buffer);
        if (buffer.WrittenCount > LineReader.DefaultMaxLineBytes - MaxChainBytes)
            throw new ArgumentException("The trace is too long for a trace file: cut its bodies to fewer bytes.", nameof(trace));
        return Finish(EntryKind.Trace);
    }

    public ReadOnlyMemory<byte> Close()
    {
        Begin();
        WriteClose(state, buffer);
        return Finish(EntryKind.Close);
    }

    /// <summary>The data of the closing entry of a chain that stands so: <c>{ "last": signature, "traces": count }</c>.</summary>
    public static void WriteClose(ChainState state, IBufferWriter<byte> output)
    {
        var writer = new CanonicalJsonWriter(output);
        writer.StartObject();
        writer.Name("last"u8);
        writer.String(state.Previous);
        writer.Property("traces"u8, state.Traces);
        writer.EndObject();
    }

    public void Dispose() => mac.Dispose();

    private void WriteHeader(string chain)
    {
        var writer = new CanonicalJsonWriter(buffer);
        writer.StartObject();
        writer.Property("chain"u8, chain);
        writer.Property("format"u8, Format);
        writer.Property("version"u8, TraceEntry.NewestVersion);
        writer.EndObject();
    }

    private void Begin()
    {
        buffer.ResetWrittenCount();
        buffer.Write(TraceEntry.DataName);
    }

    private ReadOnlyMemory<byte> Finish(EntryKind kind)
    {
        buffer.Write(TraceEntry.KeyIdName);
        buffer.Write(keyId);
        buffer.Write(TraceEntry.KindName);
        buffer.Write(TraceEntry.NameOf(kind));
        buffer.Write(TraceEntry.PreviousName);
        buffer.Write(state.Previous);
        buffer.Write(TraceEntry.SequenceName);
        new CanonicalJsonWriter(buffer).Number(state.Sequence);
        Span<byte> signature = stackalloc byte[EntryMac.SignatureLength];
        mac.Sign(buffer.WrittenSpan, TraceEntry.NewestTail, signature);
        buffer.Write(TraceEntry.SignatureName);
        buffer.Write(signature);
        buffer.Write("\""u8);
        buffer.Write(TraceEntry.NewestTail);
        buffer.Write("\n"u8);
        state.Advance(signature, kind);
        return buffer.WrittenMemory;
    }
}
