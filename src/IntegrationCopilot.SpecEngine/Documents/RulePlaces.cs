namespace IntegrationCopilot.SpecEngine;

/// <summary>Problems at nodes of a document.</summary>
internal static class RulePlaces
{
    /// <summary>The problem that a node breaks a rule.</summary>
    public static SpecProblem At(this SpecRule rule, RawNode node, params object?[] values) => rule.At(node.Location, values);
}
