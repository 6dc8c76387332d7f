using System.Globalization;
using System.Numerics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells what a YAML scalar is by the core schema of YAML 1.2.2 (section 10.3.2).</summary>
/// <remarks>
/// So <c>no</c>, <c>on</c>, <c>12:30</c> and <c>2024-01-01</c> are text, and <c>0123</c> is the number 123, not the octal of YAML 1.1.
/// Numbers JSON cannot spell the same way are rewritten: <c>0x1F</c> to <c>31</c>, <c>.5</c> to <c>0.5</c>.
/// </remarks>
internal static class YamlScalars
{
    private const int MaxRadixDigits = 256;

    /// <summary>The kind of a scalar and the text to keep.</summary>
    public static (RawKind Kind, string Text) Resolve(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain && scalar.Tag.IsEmpty) return (RawKind.String, scalar.Value);
        if (scalar.Tag.IsEmpty) return ResolvePlain(scalar.Value);
        return YamlTags.CoreKind(scalar.Tag) == RawKind.Undefined ? (RawKind.String, scalar.Value) : ResolvePlain(scalar.Value);
    }

    public static (RawKind Kind, string Text) ResolvePlain(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL": return (RawKind.Null, text);
            case "true" or "True" or "TRUE": return (RawKind.True, text);
            case "false" or "False" or "FALSE": return (RawKind.False, text);
        }
        return text[0] is (>= '0' and <= '9') or '-' or '+' or '.' && Number(text) is { } number ? (RawKind.Number, number) : (RawKind.String, text);
    }

    /// <summary>Whether plain text is infinity or not a number in the core schema.</summary>
    public static bool IsNotFinite(string text) => text.TrimStart('-', '+') is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN";

    /// <summary>The number in JSON's spelling; null when the text is none.</summary>
    private static string? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal)) return Radix(text.AsSpan(2), 16);
        if (text.StartsWith("0o", StringComparison.Ordinal)) return Radix(text.AsSpan(2), 8);
        var (whole, fraction, exponent) = Split(text);
        if (exponent is "" || (whole.Length == 0 && fraction.Length == 0) || !AllDigits(whole) || !AllDigits(fraction) || !IsExponent(exponent)) return null;
        var digits = whole.TrimStart('0');
        var sign = text[0] == '-' ? "-" : "";
        return sign + (digits.Length == 0 ? "0" : digits) + (text.Contains('.') ? "." + (fraction.Length == 0 ? "0" : fraction) : "")
            + (exponent is null ? "" : "e" + exponent);
    }

    /// <summary>Digits before the point, digits after it, and what follows the <c>e</c> (null without one).</summary>
    private static (string Whole, string Fraction, string? Exponent) Split(string text)
    {
        var unsigned = text[0] is '-' or '+' ? text[1..] : text;
        var e = unsigned.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? unsigned : unsigned[..e];
        var point = mantissa.IndexOf('.');
        return (point < 0 ? mantissa : mantissa[..point], point < 0 ? "" : mantissa[(point + 1)..], e < 0 ? null : unsigned[(e + 1)..]);
    }

    private static bool IsExponent(string? exponent) =>
        exponent is null || (exponent[0] is '-' or '+' ? exponent.Length > 1 && AllDigits(exponent[1..]) : AllDigits(exponent));

    private static bool AllDigits(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static string? Radix(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty || digits.Length > MaxRadixDigits) return null;
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix) return null;
            value = (value * radix) + digit;
        }
        return value.ToString(CultureInfo.InvariantCulture);
    }
}
