namespace IntegrationCopilot.Validator;

/// <summary>
/// Payment card numbers (ISO/IEC 7812): 13 to 19 digits that begin with 2 to 6 and pass the Luhn check, together or in the groups printed on cards.
/// </summary>
internal static class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;
    private const int FirstGroup = 4;

    /// <summary>Whether a card number starts at a run of digits, and where it ends.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int start, out int end)
    {
        Span<char> digits = stackalloc char[Longest];
        var count = 0;
        var separator = '\0';
        end = start;
        while (end < text.Length && count < Longest)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c)) digits[count++] = c;
            else if (!IsSeparator(text, end, count, ref separator)) break;
            end++;
        }

        return count >= Shortest && IsBoundary(text, end) && digits[0] is >= '2' and <= '6' && PassesLuhn(digits[..count]);
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, int at, int digitsBefore, ref char separator)
    {
        var c = text[at];
        if (c is not (' ' or '-') || at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) return false;
        if (separator == '\0')
        {
            separator = c;
            return digitsBefore == FirstGroup;
        }

        return c == separator && digitsBefore is 8 or 10 or 12 or 16;
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int end) => end == text.Length || !char.IsLetterOrDigit(text[end]);

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
