namespace IntegrationCopilot.Validator;

/// <summary>Recognises secrets in text by the name before them: <c>password=…</c>, <c>&lt;password&gt;…&lt;</c>, and the user information of URLs.</summary>
/// <remarks>What is looked at beyond a name ends at the first delimiter, so time is linear in the text.</remarks>
internal static class NamedValues
{
    private const string SchemeEnd = "://";

    public static bool TryMatch(ReadOnlySpan<char> text, int start, int end, SecretNames names, out int secretStart, out int secretEnd)
    {
        (secretStart, secretEnd) = (end, end);
        if (end >= text.Length) return false;
        return text[end] switch
        {
            '=' => names.Contains(text[start..end]) && TryAssigned(text, end + 1, out secretStart, out secretEnd),
            ':' when text[end..].StartsWith(SchemeEnd) => TryUserInformation(text, end + SchemeEnd.Length, out secretStart, out secretEnd),
            '>' or ' ' =>
                start > 0 && text[start - 1] is '<' or ':' && names.Contains(text[start..end]) && TryElement(text, end, out secretStart, out secretEnd),
            _ => false,
        };
    }

    private static bool TryAssigned(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        var quote = from < text.Length && text[from] is '"' or '\'' ? text[from] : '\0';
        start = quote == '\0' ? from : from + 1;
        end = quote == '\0' ? Until(text, start, "&;,\"'<>() \t\r\n") : Until(text, start, quote == '"' ? "\"\n" : "'\n");
        return end > start;
    }

    private static bool TryUserInformation(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        start = from;
        end = Until(text, from, "@/?#\"'<> \t\r\n");
        if (end >= text.Length || text[end] != '@') return false;
        var colon = text[from..end].IndexOf(':');
        if (colon >= 0) start = from + colon + 1;
        return end > start;
    }

    private static bool TryElement(ReadOnlySpan<char> text, int nameEnd, out int start, out int end)
    {
        start = Until(text, nameEnd, "<>") + 1;
        end = start;
        if (start > text.Length || text[start - 1] != '>' || text[start - 2] == '/') return false;
        end = Until(text, start, "<");
        return !text[start..end].IsWhiteSpace();
    }

    private static int Until(ReadOnlySpan<char> text, int from, ReadOnlySpan<char> delimiters)
    {
        if (from >= text.Length) return text.Length;
        var length = text[from..].IndexOfAny(delimiters);
        return length < 0 ? text.Length : from + length;
    }
}
