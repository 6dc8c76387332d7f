namespace IntegrationCopilot.TestKit;

/// <summary>Where the text of a credential comes from: a key, a token, or <c>user:password</c>.</summary>
internal interface ICredentialSource
{
    /// <summary>Every value a trace must not show, known so far.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>The credential, or why there is none.</summary>
    ValueTask<CredentialAnswer> GetAsync(CancellationToken cancellationToken);

    /// <summary>Says that a credential was refused, and asks whether there may be another.</summary>
    bool TryRenew(string refused);
}

/// <summary>A credential, or why there is none.</summary>
/// <param name="Text">The credential.</param>
/// <param name="Failure">Why there is none.</param>
internal readonly record struct CredentialAnswer(string? Text, AuthFailure? Failure);

/// <summary>A credential that somebody gave.</summary>
internal sealed class GivenCredential(string text, IReadOnlyList<string> secrets) : ICredentialSource
{
    public IReadOnlyList<string> Secrets => secrets;

    public ValueTask<CredentialAnswer> GetAsync(CancellationToken cancellationToken) => new(new CredentialAnswer(text, null));

    public bool TryRenew(string refused) => false;
}
