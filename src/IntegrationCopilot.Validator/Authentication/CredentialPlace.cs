using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A place of a request that a credential travels in.</summary>
/// <param name="Place">Header, query or cookie.</param>
/// <param name="Name">Name of the header field, query parameter or cookie.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CredentialPlace(ParameterPlace Place, string Name)
{
    /// <summary>The header field <c>Authorization</c> (RFC 9110, section 11.6.2).</summary>
    public static CredentialPlace Authorization { get; } = new(ParameterPlace.Header, "Authorization");

    /// <summary>Whether this is a place of that sort and name; names of header fields compare ignoring case.</summary>
    /// <param name="place">Header, query or cookie.</param>
    /// <param name="name">The name.</param>
    public bool Is(ParameterPlace place, string? name) =>
        Place == place && string.Equals(Name, name, place == ParameterPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
