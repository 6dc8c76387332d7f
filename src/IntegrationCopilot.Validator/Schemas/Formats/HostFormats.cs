namespace IntegrationCopilot.Validator;

/// <summary>Host names: RFC 1123, section 2.1.</summary>
internal static class HostFormats
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;

    public static bool IsAsciiHost(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MaxName) return false;
        foreach (var part in text.Split((byte)'.'))
            if (!IsAsciiLabel(text[part])) return false;
        return true;
    }

    private static bool IsAsciiLabel(ReadOnlySpan<byte> label)
    {
        if (label.Length is 0 or > MaxLabel || label[0] == '-' || label[^1] == '-') return false;
        foreach (var c in label)
            if (!char.IsAsciiLetterOrDigit((char)c) && c != '-') return false;
        return true;
    }
}
