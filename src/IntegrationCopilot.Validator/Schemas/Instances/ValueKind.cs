namespace IntegrationCopilot.Validator;

/// <summary>What an instance value is. A number without fractional part is <see cref="Integer"/> however it is written (<c>1.0</c>, <c>1e3</c>).</summary>
internal enum ValueKind : byte
{
    Null,
    False,
    True,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A set of <see cref="ValueKind"/>s: bit n is kind n.</summary>
[Flags]
internal enum KindMask : byte
{
    None = 0,
    Null = 1 << ValueKind.Null,
    Boolean = (1 << ValueKind.False) | (1 << ValueKind.True),
    Integer = 1 << ValueKind.Integer,
    Number = Integer | (1 << ValueKind.Number),
    String = 1 << ValueKind.String,
    Array = 1 << ValueKind.Array,
    Object = 1 << ValueKind.Object,
    All = 255,
}

internal static class KindMasks
{
    public static KindMask Mask(this ValueKind kind) => (KindMask)(1 << (int)kind);

    public static bool Has(this KindMask mask, ValueKind kind) => (((int)mask >> (int)kind) & 1) != 0;
}
