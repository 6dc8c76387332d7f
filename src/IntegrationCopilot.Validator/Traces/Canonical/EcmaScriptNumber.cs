using System.Buffers.Text;
using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>Writes a double as ECMAScript's <c>Number::toString</c> does, which RFC 8785, section 3.2.2.3, prescribes.</summary>
internal static class EcmaScriptNumber
{
    /// <summary>The longest result, for example <c>-1.2345678901234567e-300</c>, with room to spare.</summary>
    public const int MaxLength = 32;

    private const int MaxPositional = 21;
    private const int MinPositional = -5;

    /// <summary>Writes a finite number; infinities and NaN have no JSON form and return false.</summary>
    public static bool TryFormat(double value, Span<byte> destination, out int written)
    {
        written = 0;
        if (!double.IsFinite(value)) return false;
        if (value == 0)
        {
            destination[written++] = (byte)'0';
            return true;
        }

        if (value < 0) destination[written++] = (byte)'-';
        Span<byte> digits = stackalloc byte[MaxLength];
        var count = ShortestDigits(Math.Abs(value), digits, out var point);
        written += Layout(digits[..count], point, destination[written..]);
        return true;
    }

    /// <summary>The shortest digits that read back as the value, without leading or trailing zeros; the value is 0.DIGITS × 10^point.</summary>
    private static int ShortestDigits(double value, Span<byte> digits, out int point)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        return Split(text[..length], digits, out point);
    }

    private static int Split(ReadOnlySpan<byte> text, Span<byte> digits, out int point)
    {
        var exponentAt = text.IndexOf((byte)'E');
        var exponent = 0;
        if (exponentAt >= 0)
        {
            exponent = int.Parse(text[(exponentAt + 1)..], CultureInfo.InvariantCulture);
            text = text[..exponentAt];
        }

        var dot = text.IndexOf((byte)'.');
        point = (dot < 0 ? text.Length : dot) + exponent;
        var count = 0;
        foreach (var c in text)
        {
            if (c == '.') continue;
            if (c == '0' && count == 0) point--;
            else digits[count++] = c;
        }

        while (digits[count - 1] == '0') count--;
        return count;
    }

    private static int Layout(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        if (point is > MaxPositional or < MinPositional) return Scientific(digits, point - 1, destination);
        if (point >= digits.Length)
        {
            digits.CopyTo(destination);
            destination[digits.Length..point].Fill((byte)'0');
            return point;
        }

        if (point > 0)
        {
            digits[..point].CopyTo(destination);
            destination[point] = (byte)'.';
            digits[point..].CopyTo(destination[(point + 1)..]);
            return digits.Length + 1;
        }

        var zeros = 2 - point;
        destination[..zeros].Fill((byte)'0');
        destination[1] = (byte)'.';
        digits.CopyTo(destination[zeros..]);
        return zeros + digits.Length;
    }

    private static int Scientific(ReadOnlySpan<byte> digits, int exponent, Span<byte> destination)
    {
        var written = 0;
        destination[written++] = digits[0];
        if (digits.Length > 1)
        {
            destination[written++] = (byte)'.';
            digits[1..].CopyTo(destination[written..]);
            written += digits.Length - 1;
        }

        destination[written++] = (byte)'e';
        destination[written++] = exponent < 0 ? (byte)'-' : (byte)'+';
        Utf8Formatter.TryFormat(Math.Abs(exponent), destination[written..], out var length);
        return written + length;
    }
}
