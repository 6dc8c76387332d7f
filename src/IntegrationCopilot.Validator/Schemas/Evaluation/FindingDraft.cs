using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A finding while its place is still a token.</summary>
/// <param name="Code">See <see cref="Finding.Code"/>.</param>
/// <param name="At">The value it is about.</param>
/// <param name="Source">The keyword that was not met.</param>
/// <param name="Message">See <see cref="Finding.Message"/>.</param>
internal sealed record FindingDraft(string Code, int At, RawNode Source, string Message)
{
    public string? Expected { get; init; }

    public string? Actual { get; init; }

    /// <summary>The member that is missing from the value.</summary>
    public string? Missing { get; init; }

    public FindingSeverity Severity { get; init; } = FindingSeverity.Error;
}
