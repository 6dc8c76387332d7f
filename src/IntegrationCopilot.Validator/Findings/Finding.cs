using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; the message still conforms in lenient mode.</summary>
    Warning,

    /// <summary>The message does not conform to the document.</summary>
    Error,
}

/// <summary>One way in which a value or message does not conform to its description.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record Finding
{
    /// <summary>Stable code in kebab case, for example <c>type</c>, <c>required</c>, <c>undocumented-status</c>.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity { get; init; } = FindingSeverity.Error;

    /// <summary>One sentence a person can act on.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// The place as people write it: <c>body.items[2].amount</c>, <c>query.limit</c>, <c>header.Idempotency-Key</c>, <c>status</c>; empty for the whole value.
    /// </summary>
    public string Where { get; init; } = "";

    /// <summary>JSON Pointer (RFC 6901) into the instance (body or parameter value); empty for the whole value.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What the document asks for, in short.</summary>
    public string? Expected { get; init; }

    /// <summary>What was there, in short; secrets are never quoted.</summary>
    public string? Actual { get; init; }

    /// <summary>The keyword or element of the document that was not met.</summary>
    public SourceLocation? Source { get; init; }
}
