namespace IntegrationCopilot.SpecEngine;

/// <summary>Says how to get in, way by way.</summary>
internal static class AuthenticationBuilder
{
    public static IReadOnlyList<BlueprintAuthentication> Build(ApiSpec spec, IReadOnlyList<BlueprintNote> notes)
    {
        var uses = spec.Operations.SelectMany(o => o.Security.SelectMany(a => a.Requirements).Select(r => r.SchemeName).Distinct(StringComparer.Ordinal))
            .CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var ways = spec.SecuritySchemes
            .Select(s =>
                new BlueprintAuthentication(s.Name, FactKinds.Of(s.Kind) ?? "unknown", uses.GetValueOrDefault(s.Name), [.. Steps(s)],
                PlainText.Block(s.Description), []))
            .OrderByDescending(w => w.Operations).ToList();
        if (ways.Count > 0) ways[0] = ways[0] with { Notes = notes };
        else if (notes.Count > 0) ways.Add(new BlueprintAuthentication("", "unknown", 0, ["The document describes no scheme; ask the vendor."], null, notes));
        return ways;
    }

    private static IEnumerable<string> Steps(SecurityScheme scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.ApiKey when scheme.Node["x-amazon-apigateway-authtype"].IsString("awsSigv4") =>
        [
            "Get an access key id and a secret access key from the vendor and keep them in a secret store.",
            "Sign every request with AWS Signature Version 4, best with a library, and send the signature in the header Authorization.",
        ],
        SecuritySchemeKind.ApiKey =>
        [
            "Get an API key from the vendor and keep it in a secret store.",
            $"Send it with every request in the {Place(scheme.KeyPlace)} {scheme.KeyName}.",
            "Ask how keys are replaced, and build for two being valid at once.",
        ],
        SecuritySchemeKind.Basic =>
        [
            "Get a user name and a password from the vendor and keep them in a secret store.",
            "Send Authorization: Basic with base64(user:password) with every request, over TLS only (RFC 7617).",
        ],
        SecuritySchemeKind.Bearer =>
        [
            "Get a token from the vendor and find out how long it lives.",
            "Send Authorization: Bearer TOKEN with every request (RFC 6750).",
        ],
        SecuritySchemeKind.OAuth2 => scheme.Flows.Count == 0 ? ["Register your application with the vendor for OAuth 2.0."] : OAuthSteps(scheme.Flows),
        SecuritySchemeKind.OpenIdConnect =>
            [$"Read the provider's configuration from {Address(scheme.Node["openIdConnectUrl"].GetString())}, then get and renew tokens as it says.",
            "Send Authorization: Bearer TOKEN with every request."],
        SecuritySchemeKind.MutualTls =>
            ["Get a client certificate the vendor trusts, and present it in the TLS handshake.", "Plan its renewal before it expires."],
        SecuritySchemeKind.Http => [$"Send an Authorization header of scheme {scheme.HttpScheme} with every request."],
        _ => ["The document does not say how; ask the vendor."],
    };

    private static IEnumerable<string> OAuthSteps(IReadOnlyList<OAuthFlow> flows)
    {
        yield return "Register your application with the vendor, and keep what you get, client id and secret, in a secret store.";
        if (flows.Count == 1) yield return Step(flows[0]);
        else yield return "Get a token in one of these ways. " + string.Join(" Or: ", flows.Select(Step));
        if (flows.Any(f => f.Name != "implicit"))
            yield return "Keep the token until shortly before it expires, then get another; one 401 means get another and try once more.";
        yield return "Send Authorization: Bearer TOKEN with every request (RFC 6750).";
    }

    private static string Step(OAuthFlow flow)
    {
        var scopes = flow.Scopes.Count == 0
            ? ""
            : $" Ask for the scopes you need: {string.Join(", ", flow.Scopes.Keys.Take(12))}{(flow.Scopes.Count > 12 ? $" and {flow.Scopes.Count - 12} more" : "")}.";
        return flow.Name switch
        {
            "clientCredentials" => $"OAuth 2.0 client credentials (RFC 6749, section 4.4): POST client id and secret to {Address(flow.TokenUrl)}.{scopes}",
            "authorizationCode" =>
                $"OAuth 2.0 authorization code (RFC 6749, section 4.1): send the user to {Address(flow.AuthorizationUrl)}, then exchange the code at {Address(flow.TokenUrl)}.{scopes}",
            "password" => $"OAuth 2.0 password grant (RFC 6749, section 4.3, deprecated): POST user name and password to {Address(flow.TokenUrl)}.{scopes}",
            "implicit" => $"OAuth 2.0 implicit grant (RFC 6749, section 4.2, deprecated): send the user to {Address(flow.AuthorizationUrl)}.{scopes}",
            _ => $"OAuth 2.0 {flow.Name}: get a token from {Address(flow.TokenUrl)}.{scopes}",
        };
    }

    private static string Address(string? url) => url switch
    {
        null or "" => "the address the vendor names (the document does not)",
        ['/', ..] => $"{url} at the server you call",
        _ => url,
    };

    private static string Place(ParameterPlace place) =>
        place switch { ParameterPlace.Query => "query parameter", ParameterPlace.Cookie => "cookie", _ => "header" };
}
