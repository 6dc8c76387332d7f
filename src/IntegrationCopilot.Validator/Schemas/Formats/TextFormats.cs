namespace IntegrationCopilot.Validator;

/// <summary>UUIDs (RFC 9562), JSON Pointers (RFC 6901 and its relative form), Base64 (RFC 4648).</summary>
internal static class TextFormats
{
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var isHyphen = i is 8 or 13 or 18 or 23;
            if (isHyphen ? text[i] != '-' : !char.IsAsciiHexDigit((char)text[i])) return false;
        }
        return true;
    }

    public static bool IsJsonPointer(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0) return true;
        if (text[0] != '/') return false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ((byte)'0' or (byte)'1'))) return false;
        return true;
    }

    public static bool IsRelativeJsonPointer(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = text.Length;
        if (digits == 0 || (digits > 1 && text[0] == '0')) return false;
        var rest = text[digits..];
        return rest.SequenceEqual("#"u8) || IsJsonPointer(rest);
    }

    /// <summary>Base64 in either alphabet, with or without padding: writers of <c>format: byte</c> use all of them.</summary>
    public static bool IsBase64(ReadOnlySpan<byte> text)
    {
        var content = text.TrimEnd((byte)'=');
        var padding = text.Length - content.Length;
        foreach (var c in content)
            if (!char.IsAsciiLetterOrDigit((char)c) && c is not ((byte)'+' or (byte)'/' or (byte)'-' or (byte)'_')) return false;
        return content.Length % 4 != 1 && (padding == 0 || (padding <= 2 && text.Length % 4 == 0));
    }
}
