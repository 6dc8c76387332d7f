using System.Buffers;

namespace IntegrationCopilot.Validator;

/// <summary>URIs (RFC 3986), IRIs (RFC 3987) and URI templates (RFC 6570).</summary>
internal static class UriFormats
{
    private static readonly SearchValues<byte> Scheme = Set("+-.");
    private static readonly SearchValues<byte> UserInfo = Set("-._~!$&'()*+,;=:");
    private static readonly SearchValues<byte> RegName = Set("-._~!$&'()*+,;=");
    private static readonly SearchValues<byte> Path = Set("-._~!$&'()*+,;=:@/");
    private static readonly SearchValues<byte> Query = Set("-._~!$&'()*+,;=:@/?");
    private static readonly SearchValues<byte> VariableName = Set("_");
    private static readonly SearchValues<byte> TemplateLiteral = Set("!#$&'()*+,-./:;=?@[]_~");

    public static bool IsUri(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: true, international: false);

    public static bool IsUriReference(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: false, international: false);

    public static bool IsIri(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: true, international: true);

    public static bool IsIriReference(ReadOnlySpan<byte> text) => IsReference(text, needsScheme: false, international: true);

    public static bool IsUriTemplate(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var open = text.IndexOfAny((byte)'{', (byte)'}');
            if (!Consists(open < 0 ? text : text[..open], TemplateLiteral, international: true)) return false;
            if (open < 0) return true;
            var close = text.IndexOf((byte)'}');
            if (text[open] == '}' || close < 0 || !IsExpression(text[(open + 1)..close])) return false;
            text = text[(close + 1)..];
        }
        return true;
    }

    private static SearchValues<byte> Set(string marks) =>
        SearchValues.Create([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"u8, .. marks.Select(c => (byte)c)]);

    private static bool IsReference(ReadOnlySpan<byte> text, bool needsScheme, bool international)
    {
        var hash = text.IndexOf((byte)'#');
        if (hash >= 0 && !Consists(text[(hash + 1)..], Query, international)) return false;
        if (hash >= 0) text = text[..hash];
        var mark = text.IndexOf((byte)'?');
        if (mark >= 0 && !Consists(text[(mark + 1)..], Query, international)) return false;
        if (mark >= 0) text = text[..mark];
        var colon = text.IndexOf((byte)':');
        var slash = text.IndexOf((byte)'/');
        if (colon >= 0 && (slash < 0 || colon < slash))
        {
            if (colon == 0 || !char.IsAsciiLetter((char)text[0]) || text[..colon].ContainsAnyExcept(Scheme)) return false;
            text = text[(colon + 1)..];
        }
        else if (needsScheme)
        {
            return false;
        }
        if (!text.StartsWith("//"u8)) return Consists(text, Path, international);
        var authority = text[2..];
        var path = authority.IndexOf((byte)'/');
        return IsAuthority(path < 0 ? authority : authority[..path], international) && (path < 0 || Consists(authority[path..], Path, international));
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool international)
    {
        var at = text.IndexOf((byte)'@');
        if (at >= 0 && !Consists(text[..at], UserInfo, international)) return false;
        text = text[(at + 1)..];
        var port = ReadOnlySpan<byte>.Empty;
        var hostEnd = text.StartsWith("["u8) ? text.IndexOf((byte)']') + 1 : text.IndexOf((byte)':');
        if (text.StartsWith("["u8) && hostEnd == 0) return false;
        if (hostEnd >= 0 && hostEnd < text.Length)
        {
            if (text[hostEnd] != ':') return false;
            port = text[(hostEnd + 1)..];
            text = text[..hostEnd];
        }
        if (port.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        return text.StartsWith("["u8) ? IsIpLiteral(text[1..^1]) : Consists(text, RegName, international);
    }

    private static bool IsIpLiteral(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || text[0] is not ((byte)'v' or (byte)'V')) return IpFormats.IsIpv6(text);
        var dot = text.IndexOf((byte)'.');
        if (dot < 2 || dot == text.Length - 1 || text[(dot + 1)..].ContainsAnyExcept(UserInfo)) return false;
        foreach (var digit in text[1..dot])
            if (!char.IsAsciiHexDigit((char)digit)) return false;
        return true;
    }

    /// <summary>Whether every character is in the set, percent-encoded, or international where that is allowed.</summary>
    private static bool Consists(ReadOnlySpan<byte> text, SearchValues<byte> allowed, bool international)
    {
        while (true)
        {
            var at = text.IndexOfAnyExcept(allowed);
            if (at < 0) return true;
            if (text[at] == '%')
            {
                if (at + 2 >= text.Length || !char.IsAsciiHexDigit((char)text[at + 1]) || !char.IsAsciiHexDigit((char)text[at + 2])) return false;
                at += 2;
            }
            else if (!international || text[at] < 128 || IsC1Control(text[at..]))
            {
                return false;
            }
            text = text[(at + 1)..];
        }
    }

    /// <summary>U+0080 to U+009F, which RFC 3987 leaves out.</summary>
    private static bool IsC1Control(ReadOnlySpan<byte> text) => text.Length > 1 && text[0] == 0xC2 && text[1] < 0xA0;

    private static bool IsExpression(ReadOnlySpan<byte> text)
    {
        if (text.Length > 0 && "+#./;?&=,!@|"u8.Contains(text[0])) text = text[1..];
        if (text.Length == 0) return false;
        while (true)
        {
            var comma = text.IndexOf((byte)',');
            if (!IsVariable(comma < 0 ? text : text[..comma])) return false;
            if (comma < 0) return true;
            text = text[(comma + 1)..];
        }
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        var colon = text.IndexOf((byte)':');
        if (colon >= 0)
        {
            var length = text[(colon + 1)..];
            if (length.Length is < 1 or > 4 || length[0] == '0' || length.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
            text = text[..colon];
        }
        else if (text.EndsWith("*"u8))
        {
            text = text[..^1];
        }
        while (true)
        {
            var dot = text.IndexOf((byte)'.');
            var part = dot < 0 ? text : text[..dot];
            if (part.Length == 0 || !Consists(part, VariableName, international: false)) return false;
            if (dot < 0) return true;
            text = text[(dot + 1)..];
        }
    }
}
