using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What became of an unbroken request.</summary>
internal sealed record ControlOutcome
{
    private const int Deep = 2;

    /// <summary>The exchange; null when none came about.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>The request that <see cref="Exchange"/> sent: less than what was asked for, where an API refused the whole; null when none was sent.</summary>
    public StepRequest? Sent { get; init; }

    /// <summary>The values it was sent with.</summary>
    public required TemplateValues Values { get; init; }

    /// <summary>Ids of its traces.</summary>
    public IReadOnlyList<string> TraceIds { get; init; } = [];

    /// <summary>What a case ends with that has no exchange to look at; null when there is one.</summary>
    public CaseStopException? Stop { get; init; }

    /// <summary>Whether the API did what was asked.</summary>
    public bool Succeeded => Exchange?.Succeeded == true;

    /// <summary>
    /// Whether it did so as the document describes: a server that says yes to everything does not. What is wrong deep within a body does not make it the answer
    /// to something else.
    /// </summary>
    public bool IsAsDescribed => Succeeded && (Exchange!.Verdict is not { IsValid: false } verdict
        || verdict.Findings.All(finding => finding.Severity != FindingSeverity.Error || finding.Pointer.Count(c => c == '/') >= Deep));

    /// <summary>What happened instead of a success, for people.</summary>
    public string Reason => Stop?.Message.TrimEnd('.') ?? (Exchange is { } exchange ? JudgeContext.Describe(exchange) : "it was not sent");
}
