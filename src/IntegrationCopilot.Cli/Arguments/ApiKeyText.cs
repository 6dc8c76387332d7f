using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>An API key as it is written on a command line: <c>[NAME=]VALUE</c>.</summary>
internal static class ApiKeyText
{
    private const string UsualHeader = "X-API-Key";

    /// <exception cref="ArgumentException">Name or value cannot be sent there.</exception>
    /// <exception cref="MisuseException">The secret cannot be read.</exception>
    public static ApiKeyCredentials Read(string text, ApiSpec spec)
    {
        var (name, value) = Split(text);
        var schemes = Asked(spec).Concat(spec.SecuritySchemes).Where(scheme => scheme is { Kind: SecuritySchemeKind.ApiKey, KeyName.Length: > 0 });
        var scheme = schemes.FirstOrDefault(scheme => name is null || string.Equals(scheme.KeyName, name, StringComparison.OrdinalIgnoreCase));
        return new ApiKeyCredentials(name ?? scheme?.KeyName ?? UsualHeader, LocationOf(scheme), SecretText.Resolve(value));
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

    private static ApiKeyLocation LocationOf(SecurityScheme? scheme) => scheme?.KeyPlace switch
    {
        ParameterPlace.Query => ApiKeyLocation.Query,
        ParameterPlace.Cookie => ApiKeyLocation.Cookie,
        _ => ApiKeyLocation.Header,
    };
}
