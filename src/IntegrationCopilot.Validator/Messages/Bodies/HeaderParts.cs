namespace IntegrationCopilot.Validator;

/// <summary>Splits header values at separators outside quoted strings (RFC 9110, section 5.6).</summary>
internal static class HeaderParts
{
    public static List<string> Split(string value, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && quoted) i++;
            else if (value[i] == '"') quoted = !quoted;
            else if (value[i] == separator && !quoted)
            {
                parts.Add(value[start..i]);
                start = i + 1;
            }
        }
        parts.Add(value[start..]);
        return parts;
    }

    /// <summary><c>name=value</c> with the name in lower case and the quotes removed; an empty name when there is nothing.</summary>
    public static KeyValuePair<string, string> Parameter(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return new(part.Trim().ToLowerInvariant(), "");
        return new(part[..equals].Trim().ToLowerInvariant(), Unquote(part[(equals + 1)..].Trim()));
    }

    private static string Unquote(string text)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"') return text;
        return text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}
