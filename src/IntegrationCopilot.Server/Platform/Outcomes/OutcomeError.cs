namespace IntegrationCopilot.Server.Platform.Outcomes;

/// <summary>One field of a request that was refused.</summary>
/// <param name="Field">Name of the field as the REST API spells it (camelCase).</param>
/// <param name="Message">What is wrong with it, in words for the person who typed it.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>Why a request did not give its value: written for the caller, never holding internals.</summary>
public sealed record OutcomeError(OutcomeKind Kind, string Code, string Message)
{
    /// <summary>The refused fields; empty unless <see cref="Kind"/> is <see cref="OutcomeKind.Invalid"/>.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>Further members of the problem response (RFC 9457, section 3.2), such as a list of what is wrong; empty for most errors.</summary>
    public IReadOnlyDictionary<string, object> Extensions { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>When to try again; only with <see cref="OutcomeKind.LimitExceeded"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static OutcomeError Unauthenticated() => new(OutcomeKind.Unauthenticated, "unauthenticated", "Sign in to do this.");

    public static OutcomeError Forbidden() => new(OutcomeKind.Forbidden, "forbidden", "Your role does not allow this.");

    /// <param name="noun">What was looked for, for example "project".</param>
    public static OutcomeError NotFound(string noun) => new(OutcomeKind.NotFound, $"{noun.Replace(' ', '_')}.not_found", $"There is no such {noun}.");

    public static OutcomeError Invalid(params IReadOnlyList<FieldError> fields) =>
        new(OutcomeKind.Invalid, "invalid", "Some fields need attention.") { Fields = fields };

    public static OutcomeError Conflict(string code, string message) => new(OutcomeKind.Conflict, code, message);

    public static OutcomeError LimitExceeded(string code, string message, TimeSpan? retryAfter = null) =>
        new(OutcomeKind.LimitExceeded, code, message) { RetryAfter = retryAfter };
}
