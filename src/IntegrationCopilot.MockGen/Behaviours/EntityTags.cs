namespace IntegrationCopilot.MockGen;

/// <summary>Lists of entity tags (RFC 9110, sections 8.8.3.2, 13.1.1 and 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Whether a list names a tag, or is <c>*</c>.</summary>
    /// <param name="list">The field's value.</param>
    /// <param name="tag">The tag of what is there, with its quotation marks.</param>
    /// <param name="weakly">Whether weak tags count too.</param>
    public static bool Match(string list, string tag, bool weakly)
    {
        foreach (var part in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "*") return true;
            var isWeak = part.StartsWith("W/", StringComparison.Ordinal);
            if (isWeak && !weakly) continue;
            var bare = isWeak ? part[2..] : part;
            if (bare == tag || bare == tag.Trim('"')) return true;
        }
        return false;
    }
}
