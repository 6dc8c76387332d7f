using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>What values are for.</summary>
/// <param name="Variables">The variables.</param>
/// <param name="Scope">Id of the case or request they are for: values made anew differ from scope to scope.</param>
/// <param name="CaseId">The case in whose name producers are asked.</param>
internal sealed record ValueNeeds(IReadOnlyList<TestVariable> Variables, string Scope, string CaseId)
{
    /// <summary>Who shares the things that are changed: the same text, the same thing.</summary>
    public string OwnFor { get; init; } = Scope;

    /// <summary>Only producers of a lower rank are asked, so that none waits for itself.</summary>
    public int Below { get; init; } = int.MaxValue;

    /// <summary>Names of the variables that the requests hold; null when all may be.</summary>
    public IReadOnlySet<string>? Used { get; init; }

    /// <summary>The requests that they go into.</summary>
    public IReadOnlyList<StepRequest> Requests { get; init; } = [];

    public bool IsUsed(TestVariable variable) => Used?.Contains(variable.Name) ?? true;
}
