namespace IntegrationCopilot.Validator;

/// <summary>Addresses: IPv4 as dotted quad (RFC 2673, section 3.2), IPv6 (RFC 4291, section 2.2).</summary>
internal static class IpFormats
{
    public static bool IsIpv4(ReadOnlySpan<byte> text)
    {
        for (var part = 0; part < 4; part++)
        {
            var end = part == 3 ? text.Length : text.IndexOf((byte)'.');
            if (end is < 1 or > 3 || (end > 1 && text[0] == '0')) return false;
            var value = 0;
            foreach (var digit in text[..end])
            {
                if (!char.IsAsciiDigit((char)digit)) return false;
                value = (value * 10) + digit - '0';
            }
            if (value > 255) return false;
            text = part == 3 ? default : text[(end + 1)..];
        }
        return true;
    }

    public static bool IsIpv6(ReadOnlySpan<byte> text)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0) return CountGroups(text, mayEndInIpv4: true) == 8;
        var before = text[..gap];
        var after = text[(gap + 2)..];
        if (after.IndexOf("::"u8) >= 0 || after.StartsWith(":"u8)) return false;
        var first = before.Length == 0 ? 0 : CountGroups(before, mayEndInIpv4: false);
        var last = after.Length == 0 ? 0 : CountGroups(after, mayEndInIpv4: true);
        return first >= 0 && last >= 0 && first + last <= 7;
    }

    /// <summary>Number of 16-bit groups; -1 when it is something else.</summary>
    private static int CountGroups(ReadOnlySpan<byte> text, bool mayEndInIpv4)
    {
        var count = 0;
        while (true)
        {
            var end = text.IndexOf((byte)':');
            var group = end < 0 ? text : text[..end];
            if (end < 0 && mayEndInIpv4 && group.Contains((byte)'.')) return IsIpv4(group) ? count + 2 : -1;
            if (group.Length is < 1 or > 4 || !AreHexDigits(group)) return -1;
            count++;
            if (end < 0) return count;
            text = text[(end + 1)..];
        }
    }

    private static bool AreHexDigits(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit((char)c)) return false;
        return true;
    }
}
