namespace IntegrationCopilot.Validator;

/// <summary>Strings of an instance that stand for bytes: nothing of them is judged but how many octets there are (OpenAPI 3.1.1, section 4.7.2.4).</summary>
internal sealed class OpaqueStrings
{
    private readonly Dictionary<int, long> octets = [];

    public bool IsEmpty => octets.Count == 0;

    /// <summary>Notes that a string stands for bytes.</summary>
    /// <param name="start">Where its content begins in the text of the instance.</param>
    /// <param name="count">How many bytes it stands for.</param>
    public void Add(int start, long count) => octets[start] = count;

    public bool TryGet(int start, out long count) => octets.TryGetValue(start, out count);

    public void Clear() => octets.Clear();

    /// <summary>An instance that is nothing but bytes.</summary>
    public static (ReadOnlyMemory<byte> Json, OpaqueStrings Opaque) Whole(long count)
    {
        var opaque = new OpaqueStrings();
        opaque.Add(1, count);
        return ("\"\""u8.ToArray(), opaque);
    }
}
