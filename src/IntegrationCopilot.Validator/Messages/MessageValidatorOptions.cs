namespace IntegrationCopilot.Validator;

/// <summary>How a <see cref="MessageValidator"/> judges.</summary>
public sealed record MessageValidatorOptions
{
    /// <summary>
    /// Whether everything the document does not describe is an error, and values must be spelled exactly as the standard says.
    /// Default false: what real clients and servers do without harm (undescribed query parameters, encoded commas, a trailing slash, an undescribed error
    /// status) is a warning or nothing.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>Bytes of a body that are read, before and after content decoding; a larger body is a finding. Default 16 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Findings kept for one message; further ones are dropped. Default 200.</summary>
    public int MaxFindings { get; init; } = 200;

    /// <summary>Whether requests must carry the credentials their operation asks for. Default true.</summary>
    public bool CheckSecurity { get; init; } = true;

    /// <summary>The kinds of authentication that are known. Default those of OpenAPI.</summary>
    public AuthenticationKinds Authentication { get; init; } = AuthenticationKinds.Default;
}
