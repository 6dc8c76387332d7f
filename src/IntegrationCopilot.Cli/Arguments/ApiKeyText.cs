using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>An API key as it is written on a command line: <c>[NAME=]VALUE</c>, with the name of a security scheme or of the field it travels in.</summary>
internal static class ApiKeyText
{
    private const string UsualHeader = "X-API-Key";

    /// <returns><see cref="ApiKeyCredentials"/> where the document says or the name does, else <see cref="SchemeCredentials"/>.</returns>
    /// <exception cref="ArgumentException">Name or value cannot be sent there.</exception>
    /// <exception cref="MisuseException">The secret cannot be read.</exception>
    public static ApiCredentials Read(string text, ApiSpec spec)
    {
        var (name, value) = Split(text);
        var secret = SecretText.Resolve(value);
        if (name is not null && spec.SecuritySchemes.FirstOrDefault(scheme => scheme.Name == name) is { } named && PlaceOf(named) is null)
            return new SchemeCredentials(named.Name, secret);
        var keys = Asked(spec).Concat(spec.SecuritySchemes).Select(scheme => (scheme.Name, Place: PlaceOf(scheme))).Where(key => key.Place is not null)
            .ToList();
        var meant = keys.Find(key => name is null || key.Name == name).Place
            ?? keys.Find(key => string.Equals(key.Place!.Name, name, StringComparison.OrdinalIgnoreCase)).Place;
        return new ApiKeyCredentials(meant?.Name ?? name ?? UsualHeader, LocationOf(meant), secret);
    }

    /// <summary>What credentials are for, for people.</summary>
    public static string PlaceOf(ApiCredentials credentials) => credentials switch
    {
        ApiKeyCredentials key => $"the key of '{key.Name}'",
        SchemeCredentials named => $"the credentials of '{named.Scheme}'",
        _ => credentials.ToString(),
    };

    /// <summary>The one place that the key of a scheme travels in; null when it takes none, or says more than where.</summary>
    private static CredentialPlace? PlaceOf(SecurityScheme scheme)
    {
        var kind = AuthenticationKinds.Default.Of(scheme);
        return kind.FormOf(scheme) == CredentialForm.Key && kind.PlacesOf(scheme) is [var place] ? place : null;
    }

    /// <summary>Schemes the operations ask for come before those that are only declared.</summary>
    private static IEnumerable<SecurityScheme> Asked(ApiSpec spec) =>
        spec.Operations.SelectMany(operation => operation.Security).SelectMany(alternative => alternative.Requirements)
            .Select(requirement => requirement.Scheme).OfType<SecurityScheme>();

    /// <summary>A key may end in <c>=</c> (Base64), and a reference may hold one: those are no names.</summary>
    private static (string? Name, string Value) Split(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || SecretText.IsReference(text)) return (null, text);
        return text.AsSpan(equals).TrimStart('=').IsEmpty ? (null, text) : (text[..equals], text[(equals + 1)..]);
    }

    private static ApiKeyLocation LocationOf(CredentialPlace? place) => place?.Place switch
    {
        ParameterPlace.Query => ApiKeyLocation.Query,
        ParameterPlace.Cookie => ApiKeyLocation.Cookie,
        _ => ApiKeyLocation.Header,
    };
}
