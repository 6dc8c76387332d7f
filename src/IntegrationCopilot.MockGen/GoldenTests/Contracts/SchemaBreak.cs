using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A value that breaks one keyword of its schema and no other.</summary>
/// <param name="Kind">The kind of rule.</param>
/// <param name="Keyword">The keyword, for example <c>maximum</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Allowed">What is allowed, in short; null when the kind says it all.</param>
/// <param name="Source">Where the document says so.</param>
internal readonly record struct SchemaBreak(RuleKind Kind, string Keyword, JsonNode? Value, string? Allowed, RawNode Source)
{
    /// <summary>What tells it from other breaks of its kind at the same place; empty when there are none.</summary>
    public string Variant { get; init; } = "";

    /// <summary>How sure it is that a server that takes it is wrong.</summary>
    public GroundStrength Strength { get; init; }
}
