using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.Validator;

/// <summary>How a <see cref="MessageValidator"/> judges.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them.</threadsafety>
public sealed record MessageValidatorOptions
{
    /// <summary>
    /// Whether everything the document does not describe is an error, and values must be spelled exactly as the standard says.
    /// Default false: what real clients and servers do without harm (undescribed query parameters, encoded commas, a trailing slash, an undescribed error
    /// status) is a warning or nothing.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>Bytes of a body that are read, before and after content decoding; a larger body is a finding. Default 16 MiB.</summary>
    [OptionRange(1)]
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Findings kept for one message; further ones are dropped. Default 200.</summary>
    [OptionRange(1)]
    public int MaxFindings { get; set; } = 200;

    /// <summary>Whether requests must carry the credentials their operation asks for. Default true.</summary>
    public bool CheckSecurity { get; set; } = true;

    /// <summary>The kinds of authentication that are known. Default those of OpenAPI.</summary>
    [Required]
    public AuthenticationKinds Authentication { get; set; } = AuthenticationKinds.Default;
}
