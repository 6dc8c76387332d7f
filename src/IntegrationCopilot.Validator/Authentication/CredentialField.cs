namespace IntegrationCopilot.Validator;

/// <summary>One field of a request that proves a credential.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Value">Its value, not encoded yet. A secret: never log it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CredentialField(CredentialPlace Place, string Value)
{
    /// <summary>The place, and nothing of the value.</summary>
    public override string ToString() => $"{Place}";
}
