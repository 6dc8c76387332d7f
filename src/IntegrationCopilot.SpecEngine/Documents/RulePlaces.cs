namespace IntegrationCopilot.SpecEngine;

/// <summary>Problems at nodes of a document.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class RulePlaces
{
    /// <summary>The problem that a rule is broken at a node.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="node">Where.</param>
    /// <param name="values">What was found, for the places of <see cref="SpecRule.Message"/>.</param>
    /// <exception cref="FormatException">There are fewer values than places.</exception>
    /// <exception cref="InvalidOperationException">The node is undefined.</exception>
    public static SpecProblem At(this SpecRule rule, RawNode node, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.At(node.Location, values);
    }
}
