using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Variables that mean the same for every document, wherever it has such a value, and that no test names by itself.</summary>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class CommonVariables
{
    /// <summary>A key that lets in, for every security scheme that takes one.</summary>
    public const string ApiKey = "test_api_key";

    /// <summary>Those that a document has a use for.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="kinds">The kinds of authentication that are known; those of OpenAPI when null.</param>
    public static IEnumerable<string> Of(ApiSpec spec, AuthenticationKinds? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Keyed(spec, kinds ?? AuthenticationKinds.Default).Any() ? [ApiKey] : [];
    }

    /// <summary>The target with the key that was given as a value, for schemes that nothing else was given for.</summary>
    internal static RunTarget WithKey(ApiSpec spec, RunTarget target, RunOptions options)
    {
        if (target.MockValues is not null || !options.Values.TryGetValue(ApiKey, out var key)) return target;
        var open = Keyed(spec, options.Authentication)
            .Where(scheme => target.Credentials.All(given => ChosenCredential.Fitting(scheme, given, options.Authentication) is null));
        return target with { Credentials = [.. target.Credentials, .. open.Select(scheme => new SchemeCredentials(scheme.Name, key))] };
    }

    private static IEnumerable<SecurityScheme> Keyed(ApiSpec spec, AuthenticationKinds kinds) =>
        spec.SecuritySchemes.Where(scheme => kinds.Of(scheme).FormOf(scheme) == CredentialForm.Key);
}
