using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Percent-encoding (RFC 3986, section 2.1) as requests really carry it: broken sequences stay as they are.</summary>
internal static class PercentCoding
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("%+");

    /// <summary>Characters of RFC 3986 that need no encoding anywhere.</summary>
    private static readonly SearchValues<char> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Unreserved and reserved characters that cannot end a query value.</summary>
    private static readonly SearchValues<char> Reserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$'()*,;[]");

    /// <summary>Decodes text.</summary>
    /// <param name="text">The encoded text.</param>
    /// <param name="plusIsSpace">Whether <c>+</c> means a space, as in forms.</param>
    public static string Decode(ReadOnlySpan<char> text, bool plusIsSpace = false)
    {
        var first = plusIsSpace ? text.IndexOfAny(Marks) : text.IndexOf('%');
        if (first < 0) return text.ToString();
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Encoding.UTF8.GetString(buffer, 0, DecodeTo(text, plusIsSpace, buffer));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Encodes every character but the unreserved ones, or but those that are allowed to stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowReserved">Whether reserved characters stay, as <c>allowReserved</c> asks.</param>
    public static string Encode(string text, bool allowReserved = false)
    {
        var kept = allowReserved ? Reserved : Unreserved;
        if (!text.AsSpan().ContainsAnyExcept(kept)) return text;
        var encoded = new StringBuilder(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && kept.Contains((char)rune.Value)) encoded.Append((char)rune.Value);
            else
                foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
                    encoded.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
        }
        return encoded.ToString();
    }

    /// <summary>Whether encoded text starts with a literal, in any spelling of its characters.</summary>
    /// <returns>How many characters of the text spell the literal; -1 when it does not start with it.</returns>
    public static int MatchPrefix(ReadOnlySpan<char> encoded, string literal)
    {
        var at = 0;
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in literal.EnumerateRunes())
        {
            // A percent sign is spelled as an octet itself where the spelling is right.
            var plain = rune.Value == '%' && StartsWithOctet(encoded[at..]) ? 0 : MatchPlain(encoded[at..], rune);
            if (plain > 0)
            {
                at += plain;
                continue;
            }
            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
            {
                if (!TryOctet(encoded[at..], out var found) || found != octet) return -1;
                at += 3;
            }
        }
        return at;
    }

    /// <summary>Whether encoded text starts with an octet, a percent sign and two hexadecimal digits.</summary>
    public static bool StartsWithOctet(ReadOnlySpan<char> encoded) => TryOctet(encoded, out _);

    private static int MatchPlain(ReadOnlySpan<char> encoded, Rune rune) =>
        Rune.DecodeFromUtf16(encoded, out var found, out var length) == OperationStatus.Done && found == rune ? length : 0;

    private static int DecodeTo(ReadOnlySpan<char> text, bool plusIsSpace, Span<byte> buffer)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            if (TryOctet(text, out var octet))
            {
                buffer[written++] = octet;
                text = text[3..];
                continue;
            }
            if (plusIsSpace && text[0] == '+')
            {
                buffer[written++] = (byte)' ';
                text = text[1..];
                continue;
            }
            var plain = 1 + Math.Max(-1, text[1..].IndexOfAny(Marks));
            if (plain == 0) plain = text.Length;
            written += Encoding.UTF8.GetBytes(text[..plain], buffer[written..]);
            text = text[plain..];
        }
        return written;
    }

    private static bool TryOctet(ReadOnlySpan<char> text, out byte octet)
    {
        octet = 0;
        return text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[2])
            && byte.TryParse(text.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out octet);
    }
}
