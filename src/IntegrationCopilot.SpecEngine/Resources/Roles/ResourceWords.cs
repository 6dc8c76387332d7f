namespace IntegrationCopilot.SpecEngine;

/// <summary>The words of a resource's name.</summary>
internal static class ResourceWords
{
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "data", "item", "list", "object", "api", "rest", "all", "id", "byid", "resource", "entity", "detail", "info", "get", "public", "json", "by",
    };

    private static readonly HashSet<string> SchemaEndings = new(StringComparer.Ordinal)
    {
        "response", "dto", "view", "list", "summary", "full", "base", "model", "resource", "result", "read", "out", "output", "details", "detail",
        "representation", "entity", "schema", "object", "res", "v1", "v2", "v3",
    };

    /// <summary>The name of what lies at a literal; where that is generic or a verb, of its schema, else of the literal before.</summary>
    public static List<string> Of(PathNode literal, RawNode schema)
    {
        for (var node = literal; node is { Parent: not null }; node = node.Parent)
        {
            if (node.IsParameter) break;
            var words = Singular(node.Segment.Text);
            if (words.Count > 0 && !(words.Count == 1 && (Generic.Contains(words[0]) || IsVersion(words[0])))) return words;
            if (SchemaName(schema) is { Count: > 0 } named) return named;
        }
        return SchemaName(schema) is { Count: > 0 } other ? other : Singular(literal.Segment.Text) is { Count: > 0 } own ? own : ["thing"];
    }

    public static List<string> Singular(string text)
    {
        var words = Words.Of(text);
        if (words.Count > 0) words[^1] = SingularForm.Of(words[^1]);
        return words;
    }

    /// <summary>The name under which a schema is referred to, without what says only that it is one.</summary>
    public static List<string> SchemaName(RawNode schema)
    {
        if (schema.FindMember("$ref"u8).GetString() is not { } reference) return [];
        var words = Words.Of(reference.AsSpan()[(reference.LastIndexOfAny(['/', '.', '#']) + 1)..]);
        while (words.Count > 1 && SchemaEndings.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        if (words.Count > 0) words[^1] = SingularForm.Of(words[^1]);
        return words;
    }

    /// <summary><c>v1</c>, <c>v1beta2</c>.</summary>
    public static bool IsVersion(string word) => word.Length > 1 && word[0] is 'v' or 'V' && char.IsAsciiDigit(word[1]) && word.Length < 10;
}
