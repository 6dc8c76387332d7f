namespace IntegrationCopilot.Validator;

/// <summary>Reads and writes the header field <c>Authorization</c> (RFC 9110, section 11.6.2).</summary>
internal static class AuthorizationField
{
    public static IReadOnlyList<CredentialPlace> Places { get; } = [CredentialPlace.Authorization];

    /// <summary>The field with a scheme and what follows it; null for the scheme alone.</summary>
    public static IReadOnlyList<CredentialField> Of(string scheme, string? credentials) =>
        [new(CredentialPlace.Authorization, credentials is null ? scheme : $"{scheme} {credentials}")];

    /// <summary>What follows the scheme.</summary>
    public static CredentialReading Read(RecordedRequest request, string scheme)
    {
        if (request.Headers.First(CredentialPlace.Authorization.Name) is not { } header)
            return CredentialReading.Missing($"The header 'Authorization' with the scheme '{scheme}' is missing.");
        var (name, value) = Split(header);
        if (!name.Equals(scheme, StringComparison.OrdinalIgnoreCase))
            return CredentialReading.Malformed($"The header 'Authorization' does not use the scheme '{scheme}'.");
        return value.Length == 0
            ? CredentialReading.Malformed($"The header 'Authorization' has nothing after '{scheme}'.")
            : CredentialReading.Present(value);
    }

    private static (string Scheme, string Value) Split(string header)
    {
        var text = header.Trim();
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }
}
