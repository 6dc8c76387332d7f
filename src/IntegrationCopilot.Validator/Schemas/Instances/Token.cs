namespace IntegrationCopilot.Validator;

/// <summary>One value or member name on a <see cref="Tape"/>. A member is its name token followed by its value.</summary>
internal struct Token
{
    /// <summary>Start of the content in the text; when negative, the complement of the start in the tape's unescaped bytes.</summary>
    public int Start;

    /// <summary>Scalars and names: bytes of content (strings without quotes). Containers: number of items or members.</summary>
    public int Length;

    private ulong word;

    public static Token Name(int start, int length, ulong key) => new() { Start = start, Length = length, word = key };

    public static Token Value(int start, int length, int next, ValueKind kind) =>
        new() { Start = start, Length = length, word = ((ulong)kind << 32) | (uint)next };

    /// <summary>Names only: see <see cref="NameKey"/>.</summary>
    public readonly ulong Key => word;

    /// <summary>Values only: index of the first token after this value.</summary>
    public int Next
    {
        readonly get => (int)word;
        set => word = (word & 0xFFFF_FFFF_0000_0000) | (uint)value;
    }

    /// <summary>Values only.</summary>
    public readonly ValueKind Kind => (ValueKind)(word >> 32);
}
