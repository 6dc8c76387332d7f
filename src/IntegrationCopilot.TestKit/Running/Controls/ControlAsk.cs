using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>A request that breaks nothing, for the <see cref="ControlBook"/>.</summary>
/// <param name="Request">The request.</param>
/// <param name="Variables">Its variables, or more.</param>
/// <param name="CaseId">The case that asks.</param>
internal sealed record ControlAsk(StepRequest Request, IReadOnlyList<TestVariable> Variables, string CaseId)
{
    /// <summary>Only producers of a lower rank are asked for its values.</summary>
    public int Below { get; init; } = int.MaxValue;

    /// <summary>Whether less may be sent when an API refuses the whole: any success will do.</summary>
    public bool MayShrink { get; init; }

    /// <summary>What is known of its values, by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Known { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Who alone may use what it makes; null when everybody may.</summary>
    public string? OwnFor { get; init; }
}
