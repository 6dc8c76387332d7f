namespace IntegrationCopilot.Validator;

/// <summary>Where a chain of entries stands: what the next entry must carry.</summary>
internal sealed class ChainState
{
    private readonly byte[] previous = new byte[EntryMac.SignatureLength];

    public ChainState() => previous.AsSpan().Fill((byte)'0');

    public ChainState(long sequence, ReadOnlySpan<byte> previousSignature)
    {
        Sequence = sequence;
        previousSignature.CopyTo(previous);
    }

    /// <summary>The number of the next entry; the header is 0.</summary>
    public long Sequence { get; private set; }

    /// <summary>The signature of the entry before, as it stands in the file; 64 zeros before the header.</summary>
    public ReadOnlySpan<byte> Previous => previous;

    /// <summary>Whether the closing entry has been seen.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>How many traces the chain holds so far.</summary>
    public long Traces => IsClosed ? Sequence - 2 : Math.Max(0, Sequence - 1);

    public bool Expects(TraceEntry entry) => entry.Sequence == Sequence && entry.Previous.SequenceEqual(previous);

    public void Advance(ReadOnlySpan<byte> signature, EntryKind kind)
    {
        Sequence++;
        signature.CopyTo(previous);
        IsClosed = kind == EntryKind.Close;
    }

    public ChainState Copy() => new(Sequence, previous) { IsClosed = IsClosed };
}
