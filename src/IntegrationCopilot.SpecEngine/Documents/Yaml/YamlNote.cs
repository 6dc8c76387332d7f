namespace IntegrationCopilot.SpecEngine;

/// <summary>Something wrong with a node that does not stop the reading.</summary>
internal sealed record YamlNote(SpecRule Rule, int Entry, object[] Values);

/// <summary>Why reading ended before the end of the text.</summary>
/// <param name="Rule">What is wrong.</param>
/// <param name="Position">Where, as an index into the text.</param>
/// <param name="Values">What the rule's message says about it.</param>
internal sealed record YamlStop(SpecRule Rule, int Position, params object[] Values)
{
    /// <summary>Whether what was read before is a whole document.</summary>
    public bool KeepsDocument { get; init; }
}
