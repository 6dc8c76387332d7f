namespace IntegrationCopilot.Validator;

/// <summary>How to get in, as a refusal says it (RFC 9110, section 11.3).</summary>
/// <param name="Scheme">Name of the authentication scheme, a token.</param>
/// <param name="Parameters">Its parameters in order, without a realm; values are not quoted yet.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record AuthenticationChallenge(string Scheme, IReadOnlyList<KeyValuePair<string, string>> Parameters);
