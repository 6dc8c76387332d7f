using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Numbers outside their bounds.</summary>
internal static class NumberBreaks
{
    /// <summary>What is larger is no longer exact for everybody.</summary>
    private const decimal Largest = 1e15m;

    public static IEnumerable<SchemaBreak> Of(IReadOnlyList<RawNode> schemas)
    {
        foreach (var (keyword, step, variant) in ((string, int, string)[])[("maximum", 1, "above"), ("minimum", -1, "below")])
        {
            if (Bound(schemas, keyword) is { } bound)
            {
                var isExclusive = KeywordView.Find(schemas, Exclusive(keyword)).GetBoolean() == true;
                yield return Range(isExclusive ? Exclusive(keyword) : keyword, bound.Value, isExclusive ? bound.Value : bound.Value + step, bound.Source,
                    variant);
            }

            if (Bound(schemas, Exclusive(keyword)) is { } exclusive)
                yield return Range(Exclusive(keyword), exclusive.Value, exclusive.Value, exclusive.Source, variant);
        }

        if (Bound(schemas, "multipleOf") is { Value: > 0 and var divisor, Source: var source } && Middle(schemas) is var middle)
            yield return Range("multipleOf", divisor, (Math.Ceiling(middle / divisor) * divisor) + (divisor > 1 && divisor % 1 == 0 ? 1 : divisor / 2), source,
                "multiple");
    }

    private static string Exclusive(string keyword) => keyword == "maximum" ? "exclusiveMaximum" : "exclusiveMinimum";

    private static decimal Middle(IReadOnlyList<RawNode> schemas) => Bound(schemas, "minimum")?.Value ?? Bound(schemas, "exclusiveMinimum")?.Value ?? 0;

    private static (decimal Value, RawNode Source)? Bound(IReadOnlyList<RawNode> schemas, string keyword)
    {
        var node = KeywordView.Find(schemas, keyword);
        return node.Kind == RawKind.Number && decimal.TryParse(node.GetScalarText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) < Largest ? (value, node) : null;
    }

    private static SchemaBreak Range(string keyword, decimal bound, decimal value, RawNode source, string variant) =>
        new(RuleKind.Range, keyword, JsonValue.Create(value), $"{keyword} {bound.ToString(CultureInfo.InvariantCulture)}", source)
        { Variant = variant };
}
