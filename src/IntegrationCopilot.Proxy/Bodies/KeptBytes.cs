namespace IntegrationCopilot.Proxy;

/// <summary>The beginning of a body that passes.</summary>
/// <param name="maxBytes">How much of it is kept.</param>
internal sealed class KeptBytes(int maxBytes)
{
    private const int First = 2048;
    private byte[] kept = [];
    private int length;

    /// <summary>What is kept.</summary>
    public ReadOnlyMemory<byte> Bytes => kept.AsMemory(0, length);

    /// <summary>Whether more passed than is kept.</summary>
    public bool IsCut { get; private set; }

    public void Add(ReadOnlySpan<byte> passing)
    {
        if (passing.IsEmpty || IsCut) return;
        if (passing.Length > maxBytes - length)
        {
            IsCut = true;
            (kept, length) = ([], 0);
            return;
        }

        if (length + passing.Length > kept.Length) Array.Resize(
            ref kept, Math.Min(maxBytes, Math.Max(First, Math.Max(2 * kept.Length, length + passing.Length))));
        passing.CopyTo(kept.AsSpan(length));
        length += passing.Length;
    }
}
