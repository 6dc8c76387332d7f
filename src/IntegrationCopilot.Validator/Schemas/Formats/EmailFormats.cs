using System.Buffers;

namespace IntegrationCopilot.Validator;

/// <summary>Mailboxes: RFC 5321, section 4.1.2, and RFC 6531 for international ones.</summary>
internal static class EmailFormats
{
    private const int MaxLocalPart = 64;
    private static readonly SearchValues<byte> Atom =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"u8);

    public static bool IsEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: false);

    public static bool IsInternationalEmail(ReadOnlySpan<byte> text) => IsMailbox(text, international: true);

    private static bool IsMailbox(ReadOnlySpan<byte> text, bool international)
    {
        var at = text.LastIndexOf((byte)'@');
        if (at is < 1 or > MaxLocalPart) return false;
        var local = text[..at];
        var domain = text[(at + 1)..];
        return (local[0] == '"' ? IsQuoted(local, international) : IsDotAtom(local, international)) && IsDomain(domain, international);
    }

    private static bool IsDomain(ReadOnlySpan<byte> domain, bool international)
    {
        if (domain is not [(byte)'[', .., (byte)']']) return international ? IsInternationalDomain(domain) : HostFormats.IsAsciiHost(domain);
        var literal = domain[1..^1];
        return literal.StartsWith("IPv6:"u8) ? IpFormats.IsIpv6(literal[5..]) : IpFormats.IsIpv4(literal);
    }

    /// <summary>Labels of letters, digits, hyphens and anything beyond ASCII (RFC 6531, section 3.3).</summary>
    private static bool IsInternationalDomain(ReadOnlySpan<byte> domain)
    {
        if (domain.Length == 0) return false;
        foreach (var part in domain.Split((byte)'.'))
        {
            var label = domain[part];
            if (label.Length == 0 || label[0] == '-' || label[^1] == '-') return false;
            foreach (var c in label)
                if (c < 128 && !char.IsAsciiLetterOrDigit((char)c) && c != '-') return false;
        }
        return true;
    }

    private static bool IsDotAtom(ReadOnlySpan<byte> text, bool international)
    {
        foreach (var part in text.Split((byte)'.'))
        {
            var atom = text[part];
            if (atom.Length == 0) return false;
            foreach (var c in atom)
                if (!Atom.Contains(c) && (!international || c < 128)) return false;
        }
        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> text, bool international)
    {
        if (text.Length < 2 || text[^1] != '"') return false;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return false;
            if (i == text.Length - 1 || text[i] < ' ' || text[i] == 127 || (text[i] > 127 && !international)) return false;
        }
        return true;
    }
}
