using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Values of a type that is not described.</summary>
internal static class TypeBreaks
{
    private const string Text = "of-another-type";
    private const int Number = 20_481;

    public static IEnumerable<SchemaBreak> Of(SchemaStructure structure, RawNode schema, IReadOnlyList<RawNode> schemas, JsonElement value)
    {
        var types = structure.TypesOf(schema);
        if (types == SpecEngine.JsonTypes.Any) yield break;
        var source = KeywordView.Find(schemas, "type") is { IsDefined: true } type ? type : schemas[0];
        var allowed = Words(types & ~SpecEngine.JsonTypes.Null);
        foreach (var (other, variant, strength) in Others(types, value, !schemas.Any(IsNarrow)))
            yield return new(RuleKind.Type, "type", other, allowed, source) { Variant = variant, Strength = strength };
        if ((types & SpecEngine.JsonTypes.Null) == 0 && !schemas.Any(SchemaStructure.IsNullable)) yield return new(
            RuleKind.NotNull, "type", null, allowed, source);
    }

    /// <summary>A number that is written as text, or a text as number, is taken by many readers that mean to be kind, so that it merely warns.</summary>
    private static IEnumerable<(JsonNode Value, string Variant, GroundStrength Strength)> Others(SpecEngine.JsonTypes types, JsonElement value,
        bool isPlain)
    {
        if ((types & SpecEngine.JsonTypes.String) == 0) yield return (JsonValue.Create(Text), "", GroundStrength.Firm);
        else if ((types & SpecEngine.JsonTypes.Object) == 0) yield return (new JsonObject { ["unexpected"] = true }, "", GroundStrength.Firm);
        if ((types & SpecEngine.JsonTypes.Integer) != 0 && (types & SpecEngine.JsonTypes.Number) == 0) yield return (JsonValue.Create(1.5m), "fraction",
            GroundStrength.Firm);
        if (value.ValueKind == JsonValueKind.Number && (types & SpecEngine.JsonTypes.String) == 0)
            yield return (JsonValue.Create(value.GetRawText()), "text", GroundStrength.Advisory);
        if (value.ValueKind == JsonValueKind.String && types == SpecEngine.JsonTypes.String && isPlain)
            yield return (JsonValue.Create(Number), "number", GroundStrength.Advisory);
    }

    /// <summary>Of what more is asked of a text, a number breaks more than one rule.</summary>
    private static bool IsNarrow(RawNode schema) => Array.Exists(["enum", "const", "pattern", "format"], keyword => schema[keyword].IsDefined);

    private static string Words(SpecEngine.JsonTypes types) =>
        types.ToString().Replace("Integer, Number", "Number", StringComparison.Ordinal).ToLowerInvariant();
}
