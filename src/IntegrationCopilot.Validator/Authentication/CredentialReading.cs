namespace IntegrationCopilot.Validator;

/// <summary>Whether a request carries a credential.</summary>
public enum CredentialState
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>There is something, but not of the scheme's form: an empty key, another HTTP scheme, Basic that does not decode.</summary>
    Malformed,

    /// <summary>There is one of the right form. Whether it is anybody's is not ours to say.</summary>
    Present,
}

/// <summary>The credential a request carries for one security scheme.</summary>
/// <param name="State">Whether there is one.</param>
/// <param name="Value">The key, the token, or <c>user:password</c>; null unless present. A secret: never log it.</param>
/// <param name="Problem">What is missing or malformed, in one sentence; null when present.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CredentialReading(CredentialState State, string? Value, string? Problem)
{
    /// <summary>There is no credential.</summary>
    /// <param name="problem">What is missing, in one sentence.</param>
    public static CredentialReading Missing(string problem) => new(CredentialState.Missing, null, problem);

    /// <summary>There is something of another form.</summary>
    /// <param name="problem">What is malformed, in one sentence that quotes nothing of it.</param>
    public static CredentialReading Malformed(string problem) => new(CredentialState.Malformed, null, problem);

    /// <summary>There is a credential.</summary>
    /// <param name="value">The key, the token, or <c>user:password</c>.</param>
    public static CredentialReading Present(string value) => new(CredentialState.Present, value, null);

    /// <summary>Says nothing about <see cref="Value"/>.</summary>
    public override string ToString() => $"{State}: {Problem}";
}
