using System.Globalization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>A rule a document can break: a stable id, how much it matters, the sentence to show, and where the rule comes from.</summary>
/// <param name="Id">Stable identifier in kebab case, never reused.</param>
/// <param name="Severity">How much breaking it matters.</param>
/// <param name="Message">The sentence shown, with numbered places for what was found.</param>
/// <param name="Source">The section of the standard, quoted in short; empty for limits of our own.</param>
public sealed record SpecRule(string Id, ProblemSeverity Severity, string Message, string Source)
{
    internal SpecProblem At(SourceLocation location, params object?[] values) =>
        new(Id, Severity, string.Format(CultureInfo.InvariantCulture, Message, values), location);

    internal SpecProblem At(RawNode node, params object?[] values) => At(node.Location, values);
}
