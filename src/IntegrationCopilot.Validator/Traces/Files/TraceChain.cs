using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>One line of a trace file, kept on its own.</summary>
/// <param name="Sequence">Its place in the file: 0 for the header, 1 for the first trace.</param>
/// <param name="Text">The line as it stands in the file, UTF-8, its line end included.</param>
/// <param name="Signature">Its signature, 64 lower-case hexadecimal digits, which the next line carries.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ChainLine(long Sequence, ReadOnlyMemory<byte> Text, string Signature);

/// <summary>Makes the lines of a trace file one by one, for whoever keeps them elsewhere than in a file, for example as rows of a database.</summary>
/// <remarks>
/// <para>The lines in order, from header to closing line, are a trace file: <see cref="TraceVerifier"/> accepts it. Nothing but sequence and signature of the
/// last line has to be kept to go on.</para>
/// </remarks>
/// <threadsafety>Not safe for use by several threads at once.</threadsafety>
public sealed class TraceChain : IDisposable
{
    private readonly EntryWriter entries;
    private readonly ChainState state;

    private TraceChain(TraceKey key, ChainState state)
    {
        this.state = state;
        entries = new EntryWriter(key, state);
    }

    /// <summary>Starts a chain; its first line must be <see cref="Header"/>.</summary>
    /// <param name="key">The key to sign with.</param>
    public static TraceChain Start(TraceKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key, new ChainState());
    }

    /// <summary>Goes on with a chain after its last line.</summary>
    /// <param name="key">The key to sign with.</param>
    /// <param name="sequence">Sequence of the last line, 0 or more.</param>
    /// <param name="signature">Signature of the last line.</param>
    /// <exception cref="ArgumentException"><paramref name="sequence"/> is negative, or <paramref name="signature"/> has not 64 characters.</exception>
    public static TraceChain Continue(TraceKey key, long sequence, string signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        if (signature.Length != EntryMac.SignatureLength)
            throw new ArgumentException($"A signature has {EntryMac.SignatureLength} characters.", nameof(signature));
        return new(key, new ChainState(sequence + 1, Encoding.ASCII.GetBytes(signature)));
    }

    /// <summary>Makes the first line.</summary>
    /// <param name="chain">Identifier of the chain.</param>
    /// <exception cref="InvalidOperationException">The chain has a first line already.</exception>
    public ChainLine Header(string chain)
    {
        ArgumentException.ThrowIfNullOrEmpty(chain);
        if (state.Sequence > 0) throw new InvalidOperationException("Only the first line of a chain is a header.");
        return LineOf(entries.Header(chain));
    }

    /// <summary>Makes the line of a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <exception cref="ArgumentException">The trace takes more than 64 MiB, which no verifier reads.</exception>
    /// <exception cref="InvalidOperationException">The chain has no header yet, or is closed.</exception>
    public ChainLine Append(ApiTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ThrowUnlessOpen();
        return LineOf(entries.Trace(trace));
    }

    /// <summary>Makes the closing line. Lines can be appended to the chain later, in place of it: by a chain that continues after the line before.</summary>
    /// <exception cref="InvalidOperationException">The chain has no header yet, or is closed.</exception>
    public ChainLine Close()
    {
        ThrowUnlessOpen();
        return LineOf(entries.Close());
    }

    /// <summary>Whether a line is what the key signed; that it stands in its place is for <see cref="TraceVerifier"/> to say.</summary>
    /// <param name="line">The line, with or without its line end.</param>
    /// <param name="key">The key it should be signed with.</param>
    public static bool Verify(ReadOnlySpan<byte> line, TraceKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (line is [.., (byte)'\n']) line = line[..^1];
        if (!TraceEntry.TryParse(line, out var entry) || !entry.IsKnownVersion || !entry.KeyId.SequenceEqual(Encoding.ASCII.GetBytes(key.Id))) return false;
        using var mac = new EntryMac(key);
        return mac.Verify(entry);
    }

    /// <summary>The trace on a line; null when the line holds none.</summary>
    /// <param name="line">The line, with or without its line end.</param>
    public static ApiTrace? Read(ReadOnlyMemory<byte> line)
    {
        var text = line.Span is [.., (byte)'\n'] ? line[..^1] : line;
        if (!TraceEntry.TryParse(text.Span, out var entry) || entry.Kind != EntryKind.Trace || !entry.IsKnownVersion) return null;
        return TraceJson.TryParse(text.Slice(TraceEntry.DataName.Length, entry.Data.Length), out var trace, out _) ? trace : null;
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => entries.Dispose();

    private void ThrowUnlessOpen()
    {
        if (state.Sequence == 0) throw new InvalidOperationException("A chain begins with its header.");
        if (state.IsClosed) throw new InvalidOperationException("The chain is closed.");
    }

    private ChainLine LineOf(ReadOnlyMemory<byte> line) => new(state.Sequence - 1, line.ToArray(), Encoding.ASCII.GetString(state.Previous));
}
