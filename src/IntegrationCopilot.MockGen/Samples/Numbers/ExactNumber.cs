using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>A decimal number of any size, without rounding: <see cref="Digits"/> × 10^-<see cref="Scale"/>.</summary>
internal readonly record struct ExactNumber : IComparable<ExactNumber>
{
    /// <summary>The largest numbers of 64-bit floating point have 309 digits, the smallest 1,074 places.</summary>
    private const int MaxScale = 1_100;
    private const int PlainPlaces = 40;

    /// <summary>Numbers of so many places and digits are decimals, exactly.</summary>
    private const int DecimalPlaces = 28;
    private static readonly BigInteger DecimalDigits = BigInteger.Pow(10, DecimalPlaces);

    public ExactNumber(BigInteger digits, int scale = 0)
    {
        while (scale > 0 && !digits.IsZero && BigInteger.Remainder(digits, 10).IsZero) (digits, scale) = (digits / 10, scale - 1);
        (Digits, Scale) = digits.IsZero ? (digits, 0) : (digits, scale);
    }

    public BigInteger Digits { get; }

    /// <summary>Places after the point, 0 or more; no trailing zeros.</summary>
    public int Scale { get; }

    public bool IsPositive => Digits.Sign > 0;

    public bool IsWhole => Scale == 0;

    public static ExactNumber One { get; } = new(BigInteger.One);

    public static implicit operator ExactNumber(long value) => new(value);

    public static implicit operator ExactNumber(decimal value) => Parse(value.ToString(CultureInfo.InvariantCulture))!.Value;

    /// <summary>Reads a number of JSON; null when it has more than 1,100 places before or after the point.</summary>
    public static ExactNumber? Parse(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return null;
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        if (mantissa.Length > MaxScale || scale is > MaxScale or < -MaxScale) return null;
        if (!BigInteger.TryParse(point < 0 ? mantissa : mantissa.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits))
            return null;
        return scale < 0 ? new ExactNumber(digits * BigInteger.Pow(10, -scale)) : new ExactNumber(digits, scale);
    }

    public int CompareTo(ExactNumber other)
    {
        var scale = Math.Max(Scale, other.Scale);
        return At(scale).CompareTo(other.At(scale));
    }

    public static bool operator <(ExactNumber left, ExactNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(ExactNumber left, ExactNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(ExactNumber left, ExactNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ExactNumber left, ExactNumber right) => left.CompareTo(right) >= 0;

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new ExactNumber(left.At(scale) + right.At(scale), scale);
    }

    public static ExactNumber operator -(ExactNumber left, ExactNumber right) => left + new ExactNumber(-right.Digits, right.Scale);

    public static ExactNumber operator *(ExactNumber left, BigInteger times) => new(left.Digits * times, left.Scale);

    /// <summary>A tenth.</summary>
    public ExactNumber Tenth() => new(Digits, Scale + 1);

    /// <summary>How many whole steps lie at or below this number.</summary>
    public BigInteger StepsBelow(ExactNumber step)
    {
        var scale = Math.Max(Scale, step.Scale);
        var (quotient, remainder) = BigInteger.DivRem(At(scale), step.At(scale));
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    public bool IsMultipleOf(ExactNumber step)
    {
        var scale = Math.Max(Scale, step.Scale);
        return BigInteger.Remainder(At(scale), step.At(scale)).IsZero;
    }

    /// <summary>The least number that is a multiple of both, which are positive.</summary>
    public static ExactNumber CommonMultiple(ExactNumber left, ExactNumber right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        var (a, b) = (left.At(scale), right.At(scale));
        return new ExactNumber(a / BigInteger.GreatestCommonDivisor(a, b) * b, scale);
    }

    /// <summary>The number as JSON writes it.</summary>
    public override string ToString()
    {
        if (Scale == 0) return Digits.ToString(CultureInfo.InvariantCulture);
        if (Scale > PlainPlaces) return $"{Digits.ToString(CultureInfo.InvariantCulture)}e-{Scale.ToString(CultureInfo.InvariantCulture)}";
        var text = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        return $"{(Digits.Sign < 0 ? "-" : "")}{text[..^Scale]}.{text[^Scale..]}";
    }

    /// <summary>The number as a value.</summary>
    public JsonNode ToNode()
    {
        if (Scale == 0 && Digits >= long.MinValue && Digits <= long.MaxValue) return JsonValue.Create((long)Digits);
        return Scale <= DecimalPlaces && BigInteger.Abs(Digits) < DecimalDigits
            ? JsonValue.Create(decimal.Parse(ToString(), CultureInfo.InvariantCulture))
            : JsonNode.Parse(ToString())!;
    }

    private BigInteger At(int scale) => scale == Scale ? Digits : Digits * BigInteger.Pow(10, scale - Scale);
}
