namespace IntegrationCopilot.Validator;

/// <summary>A JSON number as exact decimal: 0.d₁d₂…dₙ × 10^<see cref="Magnitude"/> with no zero at either end of the digits.</summary>
/// <remarks>Works on the text itself, so numbers of any size and precision compare exactly and nothing is allocated.</remarks>
internal readonly ref struct NumberText
{
    private const long ExponentLimit = 1_000_000_000_000_000;
    private readonly ReadOnlySpan<byte> digits;

    private NumberText(ReadOnlySpan<byte> digits, bool negative, int count, long magnitude)
    {
        this.digits = digits;
        Negative = negative;
        Count = count;
        Magnitude = magnitude;
    }

    public bool Negative { get; }

    /// <summary>Number of significant digits; 0 for zero.</summary>
    public int Count { get; }

    public long Magnitude { get; }

    /// <summary>Whether the value has no fractional part.</summary>
    public bool IsWhole => Count <= Magnitude || Count == 0;

    /// <summary>Reads text that follows the grammar of RFC 8259, section 6.</summary>
    public static NumberText Parse(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        if (negative) text = text[1..];
        var mark = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var first = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
        if (first < 0) return default;
        var last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        var point = mantissa.IndexOf((byte)'.');
        if (point < 0) point = mantissa.Length;
        var count = last - first + (first < point && point < last ? 0 : 1);
        var magnitude = first < point ? point - first : point + 1 - first;
        return new NumberText(mantissa[first..(last + 1)], negative, count, magnitude + (mark < 0 ? 0 : Exponent(text[(mark + 1)..])));
    }

    /// <summary>Reads a whole number of at most 18 digits written without point and exponent.</summary>
    public static bool TryReadSmall(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var negative = text[0] == '-';
        if (text.Length > 18) return false;
        for (var i = negative ? 1 : 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9) return false;
            value = (value * 10) + digit;
        }
        if (negative) value = -value;
        return true;
    }

    public int OrderTo(NumberText other)
    {
        if (Count == 0 || other.Count == 0 || Negative != other.Negative) return Sign.CompareTo(other.Sign);
        var size = Magnitude != other.Magnitude ? Magnitude.CompareTo(other.Magnitude) : CompareDigits(digits, other.digits);
        return Negative ? -size : size;
    }

    public int GetCanonicalHash()
    {
        var hash = new HashCode();
        hash.Add(Negative);
        hash.Add(Magnitude);
        foreach (var digit in digits)
            if (digit != '.') hash.Add(digit);
        return hash.ToHashCode();
    }

    /// <summary>Copies the significant digits, 0 to 9.</summary>
    public int CopyDigits(Span<byte> target)
    {
        var count = 0;
        foreach (var digit in digits)
            if (digit != '.') target[count++] = (byte)(digit - '0');
        return count;
    }

    /// <summary>The digits read as a whole number, modulo <paramref name="divisor"/>.</summary>
    public ulong DigitsModulo(ulong divisor)
    {
        UInt128 rest = 0;
        foreach (var digit in digits)
            if (digit != '.') rest = ((rest * 10) + (uint)(digit - '0')) % divisor;
        return (ulong)rest;
    }

    private int Sign => Count == 0 ? 0 : Negative ? -1 : 1;

    private static int CompareDigits(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        int i = 0, j = 0;
        while (true)
        {
            if (i < left.Length && left[i] == '.') i++;
            if (j < right.Length && right[j] == '.') j++;
            if (i == left.Length || j == right.Length) return (left.Length - i).CompareTo(right.Length - j);
            var order = left[i++].CompareTo(right[j++]);
            if (order != 0) return order;
        }
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        if (text[0] is (byte)'-' or (byte)'+') text = text[1..];
        long value = 0;
        foreach (var digit in text) value = Math.Min(ExponentLimit, (value * 10) + digit - '0');
        return negative ? -value : value;
    }
}
