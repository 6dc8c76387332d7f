using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Whether a message conforms to its description.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MessageVerdict
{
    /// <summary>The operation the message belongs to; null when the document has none for it.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>What was found, in the order of the checks: route, security, status, parameters or headers, body. Empty when nothing was.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether no finding is an error.</summary>
    public bool IsValid => !Findings.Any(f => f.Severity == FindingSeverity.Error);
}
