using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Tells schemas that accept the same values because they say the same, titles and examples aside.</summary>
/// <remarks>Not for reuse: it counts what it compares.</remarks>
internal sealed class SchemaTwins(SchemaNavigator navigator)
{
    private const int MaxDepth = 16;
    private const int MaxCompared = 10_000;

    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "example", "examples", "default", "deprecated", "externalDocs", "xml", "$comment",
    };

    private static readonly HashSet<string> OfNames = new(StringComparer.Ordinal) { "properties", "patternProperties", "dependentSchemas" };

    private static readonly HashSet<string> OfSchemas = new(StringComparer.Ordinal)
    {
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "items", "prefixItems", "contains", "additionalProperties", "propertyNames", "unevaluatedItems",
        "unevaluatedProperties",
    };

    private int compared;

    /// <summary>Whether both say the same; false where it is not certain.</summary>
    public bool Are(RawNode one, RawNode other) => AreSchemas(one, other, 0);

    private bool AreSchemas(RawNode one, RawNode other, int depth)
    {
        if (one == other) return true;
        if (depth > MaxDepth || ++compared > MaxCompared) return false;
        (one, other) = (Target(one), Target(other));
        if (one == other) return true;
        return one.IsObject && other.IsObject ? AreMembers(one, other, depth) : AreValues(one, other);
    }

    private bool AreMembers(RawNode one, RawNode other, int depth)
    {
        var said = Said(one);
        return said.Count == Said(other).Count && said.TrueForAll(keyword => other.TryGet(keyword.Name, out var same) && AreKeywords(keyword, same, depth));
    }

    private bool AreKeywords(RawNode one, RawNode other, int depth)
    {
        if (OfNames.Contains(one.Name)) return HaveSameNames(one, other) && one.Children.All(member => AreSchemas(member, other[member.Name], depth + 1));
        if (!OfSchemas.Contains(one.Name)) return AreValues(one, other);
        if (!one.IsArray) return AreSchemas(one, other, depth + 1);
        return other.IsArray && one.Count == other.Count && one.Children.Zip(other.Children).All(pair => AreSchemas(pair.First, pair.Second, depth + 1));
    }

    private static bool HaveSameNames(RawNode one, RawNode other) =>
        one.IsObject && other.IsObject && one.Count == other.Count && one.Children.All(member => other.TryGet(member.Name, out _));

    private static List<RawNode> Said(RawNode schema) =>
        [.. schema.Children.Where(k => !Annotations.Contains(k.Name) && !k.Name.StartsWith("x-", StringComparison.Ordinal))];

    /// <summary>What a schema that only refers to another refers to.</summary>
    private RawNode Target(RawNode schema) =>
        schema.IsObject && schema["$ref"].IsDefined && (!navigator.SiblingsCount || Said(schema).Count == 1)
            && navigator.Follow(navigator.Enter(schema)) is [var target] ? target.Schema : schema;

    private static bool AreValues(RawNode one, RawNode other) => one.Kind == other.Kind && one.ToUtf8Json().AsSpan().SequenceEqual(other.ToUtf8Json());
}
