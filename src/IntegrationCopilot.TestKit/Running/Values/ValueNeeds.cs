using System.Text.Json;
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

    /// <summary>Values that are known already, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Known { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>
    /// The variables that are used: of a path the last first, which tells beneath what it is found, and later ones before those that they may bring along.
    /// </summary>
    public IEnumerable<TestVariable> InnermostFirst() => Variables.Reverse().Where(IsUsed)
        .OrderByDescending(variable => CommonPath.DepthOf(Requests, variable) ?? int.MaxValue);

    private bool IsUsed(TestVariable variable) => Used?.Contains(variable.Name) ?? true;
}
