namespace IntegrationCopilot.Validator;

/// <summary>Dates and times of RFC 3339, sections 5.6 and 5.7 and appendix A.</summary>
internal static class DateTimeFormats
{
    private const int MinutesOfDay = 24 * 60;

    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > 11 && IsDate(text[..10]) && text[10] is (byte)'T' or (byte)'t' && IsTime(text[11..]);

    public static bool IsDate(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        var year = (TwoDigits(text) * 100) + TwoDigits(text[2..]);
        var month = TwoDigits(text[5..]);
        var day = TwoDigits(text[8..]);
        return TwoDigits(text) >= 0 && TwoDigits(text[2..]) >= 0 && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month);
    }

    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':') return false;
        var hour = TwoDigits(text);
        var minute = TwoDigits(text[3..]);
        var second = TwoDigits(text[6..]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60) return false;
        text = text[8..];
        if (text[0] == '.')
        {
            var digits = CountDigits(text[1..]);
            if (digits == 0) return false;
            text = text[(digits + 1)..];
        }
        if (ReadOffset(text) is not { } offset) return false;
        // A leap second is the last second of a day in UTC.
        return second < 60 || ((hour * 60) + minute - offset + (2 * MinutesOfDay)) % MinutesOfDay == MinutesOfDay - 1;
    }

    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3 || text[0] != 'P') return false;
        text = text[1..];
        if (text[^1] == 'W') return CountDigits(text) == text.Length - 1;
        var mark = text.IndexOf((byte)'T');
        var date = mark < 0 ? text : text[..mark];
        var time = mark < 0 ? default : text[(mark + 1)..];
        return (date.Length > 0 || mark >= 0) && AreUnits(date, "YMD"u8) && (mark < 0 || (time.Length > 0 && AreUnits(time, "HMS"u8)));
    }

    /// <summary>Numbers each followed by the next unit: it may start and stop anywhere, but not leave one out.</summary>
    private static bool AreUnits(ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        var next = -1;
        while (text.Length > 0)
        {
            var digits = CountDigits(text);
            if (digits == 0 || digits == text.Length) return false;
            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (next >= 0 && unit != next)) return false;
            next = unit + 1;
            text = text[(digits + 1)..];
        }
        return true;
    }

    /// <summary>Minutes east of UTC; null when it is no offset.</summary>
    private static int? ReadOffset(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'Z' or (byte)'z']) return 0;
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':') return null;
        var hour = TwoDigits(text[1..]);
        var minute = TwoDigits(text[4..]);
        if (hour is < 0 or > 23 || minute is < 0 or > 59) return null;
        return text[0] == '-' ? -((hour * 60) + minute) : (hour * 60) + minute;
    }

    private static int TwoDigits(ReadOnlySpan<byte> text)
    {
        var tens = text[0] - '0';
        var ones = text[1] - '0';
        return (uint)tens <= 9 && (uint)ones <= 9 ? (tens * 10) + ones : -1;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
