using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The schemas that a value must meet all of: those that references and <c>allOf</c> lead to, and the one alternative beside <c>null</c>.</summary>
internal static class KeywordView
{
    private const int MaxSchemas = 16;

    /// <summary>The schemas, references followed; each once.</summary>
    public static IReadOnlyList<RawNode> Of(SchemaStructure structure, RawNode schema)
    {
        var found = new List<RawNode>();
        Collect(structure, schema, found);
        return found;
    }

    /// <summary>The first of a keyword; undefined when none has it.</summary>
    public static RawNode Find(IReadOnlyList<RawNode> schemas, string keyword)
    {
        foreach (var schema in schemas)
            if (schema[keyword] is { IsDefined: true } found) return found;
        return default;
    }

    private static void Collect(SchemaStructure structure, RawNode schema, List<RawNode> found)
    {
        var target = structure.Resolve(schema);
        if (!target.IsObject || found.Count >= MaxSchemas || found.Contains(target)) return;
        found.Add(target);
        foreach (var part in target["allOf"].Children) Collect(structure, part, found);
        foreach (var keyword in (string[])["anyOf", "oneOf"])
            if (OnlyAlternative(structure, target[keyword]) is { IsDefined: true } only) Collect(structure, only, found);
    }

    /// <summary>Nullable values are often written as the choice between something and null.</summary>
    private static RawNode OnlyAlternative(SchemaStructure structure, RawNode choice)
    {
        var real = choice.Children.Where(alternative => !structure.Resolve(alternative)["type"].IsString("null")).Take(2).ToList();
        return real.Count == 1 ? real[0] : default;
    }
}
