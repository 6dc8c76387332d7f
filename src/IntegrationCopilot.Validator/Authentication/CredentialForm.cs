namespace IntegrationCopilot.Validator;

/// <summary>What a caller must have to get in by a security scheme.</summary>
public enum CredentialForm
{
    /// <summary>Nothing that could be given here: a client certificate, or what only the vendor's own client can make.</summary>
    None,

    /// <summary>One text: a key or a secret.</summary>
    Key,

    /// <summary>A user name and a password, written <c>user:password</c>.</summary>
    UserAndPassword,

    /// <summary>An access token, which has scopes and expires.</summary>
    Token,
}
