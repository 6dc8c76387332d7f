using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Host names: RFC 1123, section 2.1, with labels in Punycode and in Unicode as RFC 5890 to 5893 have them.</summary>
internal static class HostFormats
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;
    private const string Prefix = "xn--";

    public static bool IsAsciiHost(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MaxName) return false;
        var isPunycode = false;
        foreach (var part in text.Split((byte)'.'))
        {
            var label = text[part];
            if (!IsAsciiLabel(label)) return false;
            isPunycode |= label.Length >= Prefix.Length && Ascii.EqualsIgnoreCase(label[..Prefix.Length], Prefix);
        }
        return !isPunycode || IsInternationalHost(text);
    }

    /// <summary>
    /// Whether the labels, in ASCII or in Unicode, make a host name. Besides the full stop the ideographic ones separate labels (RFC 3490, section 3.1).
    /// </summary>
    public static bool IsInternationalHost(ReadOnlySpan<byte> text)
    {
        // A character takes at most four bytes, so longer texts need not be looked into.
        if (text.Length > 4 * MaxName) return false;
        var labels = Encoding.UTF8.GetString(text).Split('.', '\u3002', '\uFF0E', '\uFF61');
        var length = labels.Length - 1;
        List<IReadOnlyList<int>> decoded = [];
        foreach (var label in labels)
        {
            if (Decode(label) is not { } codePoints) return false;
            length += AsciiLength(codePoints);
            decoded.Add(codePoints);
        }
        return length <= MaxName && (!decoded.Exists(InternationalLabels.HasRightToLeft) || decoded.TrueForAll(InternationalLabels.KeepsDirection));
    }

    /// <summary>The code points of a label that is valid; null when it is not.</summary>
    private static IReadOnlyList<int>? Decode(string label)
    {
        List<int> plain = [.. label.EnumerateRunes().Select(r => r.Value)];
        if (!label.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            if (label.All(char.IsAscii)) return IsAsciiLabel(Encoding.ASCII.GetBytes(label)) ? plain : null;
            return AsciiLength(plain) <= MaxLabel && InternationalLabels.IsLabel(plain) ? plain : null;
        }
        var decoded = label.Length > MaxLabel ? null : Punycode.Decode(label[Prefix.Length..]);
        // A label that would be written otherwise, or needs no Punycode at all, stands for nothing.
        if (decoded is null || decoded.TrueForAll(c => c < 0x80) || !InternationalLabels.IsLabel(decoded)) return null;
        return label[Prefix.Length..].Equals(Punycode.Encode(decoded), StringComparison.OrdinalIgnoreCase) ? decoded : null;
    }

    private static int AsciiLength(IReadOnlyList<int> codePoints) =>
        codePoints.All(c => c < 0x80) ? codePoints.Count : Prefix.Length + Punycode.Encode(codePoints).Length;

    private static bool IsAsciiLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > MaxLabel || label[0] == '-' || label[^1] == '-') return false;
        foreach (var c in label)
            if (!char.IsAsciiLetterOrDigit((char)c) && c != '-') return false;
        return true;
    }
}
