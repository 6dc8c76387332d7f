using System.Numerics;

namespace IntegrationCopilot.Validator;

/// <summary>The number of <c>multipleOf</c>; divides exactly, whatever size and precision either number has.</summary>
internal sealed class Divisor
{
    private const int SmallDigits = 18;
    private readonly bool isWholeSmall;
    private readonly long whole;
    private readonly ulong digits;
    private readonly BigInteger bigDigits;
    private readonly long exponent;

    public Divisor(byte[] text)
    {
        Text = System.Text.Encoding.ASCII.GetString(text);
        isWholeSmall = NumberText.TryReadSmall(text, out whole);
        var number = NumberText.Parse(text);
        exponent = number.Magnitude - number.Count;
        var buffer = new byte[number.Count];
        number.CopyDigits(buffer);
        foreach (var digit in buffer)
        {
            bigDigits = (bigDigits * 10) + digit;
            if (number.Count <= SmallDigits) digits = (digits * 10) + digit;
        }
    }

    public string Text { get; }

    public bool Divides(ReadOnlySpan<byte> value)
    {
        if (isWholeSmall && NumberText.TryReadSmall(value, out var small)) return small % whole == 0;
        var number = NumberText.Parse(value);
        if (number.Count == 0) return true;
        var shift = number.Magnitude - number.Count - exponent;
        // The last significant digit of the value is not 0, so a divisor of a higher power of ten cannot divide it.
        if (shift < 0) return false;
        return digits != 0 ? Power(digits, shift) * number.DigitsModulo(digits) % digits == 0 : DividesBig(number, shift);
    }

    private bool DividesBig(NumberText number, long shift)
    {
        BigInteger rest = 0;
        var buffer = new byte[number.Count];
        number.CopyDigits(buffer);
        foreach (var digit in buffer) rest = ((rest * 10) + digit) % bigDigits;
        return (rest * BigInteger.ModPow(10, shift, bigDigits) % bigDigits).IsZero;
    }

    /// <summary>10^<paramref name="power"/> modulo <paramref name="modulus"/>.</summary>
    private static UInt128 Power(ulong modulus, long power)
    {
        UInt128 result = 1, square = 10;
        for (square %= modulus; power > 0; power >>= 1)
        {
            if ((power & 1) != 0) result = result * square % modulus;
            square = square * square % modulus;
        }
        return result % modulus;
    }
}
