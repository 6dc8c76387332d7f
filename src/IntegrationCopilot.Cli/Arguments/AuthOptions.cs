using System.CommandLine;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Who the caller is to the API, in as many ways as its operations want; each secret as itself, <c>env:NAME</c> or <c>file:PATH</c>.</summary>
internal sealed class AuthOptions
{
    private readonly Option<string[]> apiKeys = new("--api-key") { HelpName = "[NAME=]VALUE",
        Description = "An API key, or with the NAME of a security scheme whatever that takes; without NAME where the document says, or in X-API-Key. "
            + "May be repeated." };
    private readonly Option<string> basic = Secret("--basic", "USER:PASSWORD", "User name and password of HTTP Basic.");
    private readonly Option<string> bearer = Secret("--bearer", "TOKEN", "A bearer token.");
    private readonly Option<string> oauth2 = Secret("--oauth2", "CLIENT:SECRET", "OAuth 2.0 client credentials.");
    private readonly Option<string> tokenUrl =
        new("--token-url") { HelpName = "URL", Description = "The token endpoint of --oauth2; by default the one the document names." };
    private readonly Option<string[]> scopes = new("--scope") { HelpName = "SCOPE", Description = "A scope to ask for with --oauth2; may be repeated." };

    /// <summary>The ways; each operation takes the one that its security scheme wants.</summary>
    public IReadOnlyList<Option> Ways => [apiKeys, basic, bearer, oauth2];

    public void AddTo(Command command)
    {
        foreach (var option in (IEnumerable<Option>)[.. Ways, tokenUrl, scopes]) command.Add(option);
    }

    /// <summary>The credentials a command line gives.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="spec">The API, which says where a key goes and where tokens come from.</param>
    /// <param name="baseUrl">What a relative token endpoint is relative to.</param>
    /// <exception cref="MisuseException">Two are for the same, or one is not written as it must be.</exception>
    public IReadOnlyList<ApiCredentials> Read(ParseResult parsed, ApiSpec spec, Uri baseUrl)
    {
        if (parsed.GetValue(bearer) is not null && parsed.GetValue(oauth2) is not null)
            throw new MisuseException(
                "--bearer and --oauth2 are given, which both give the token; use one of them, or name the scheme of the other with --api-key SCHEME=TOKEN.");
        if (parsed.GetValue(oauth2) is null && (parsed.GetValue(tokenUrl) is not null || parsed.GetValue(scopes) is { Length: > 0 }))
            throw new MisuseException("--token-url and --scope belong to --oauth2 CLIENT:SECRET, which is not given.");
        var keys = (parsed.GetValue(apiKeys) ?? []).Select(text => CredentialText.Read(apiKeys, () => ApiKeyText.Read(text, spec))).ToList();
        if (keys.CountBy(ApiKeyText.PlaceOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(place => place.Value > 1).Key is { } twice)
            throw new MisuseException($"--api-key gives {twice} twice; name the scheme or field of each with --api-key NAME=VALUE.");
        List<ApiCredentials> all = [.. keys];
        if (parsed.GetValue(basic) is { } pair) all.Add(CredentialText.Basic(basic, pair));
        if (parsed.GetValue(bearer) is { } token) all.Add(CredentialText.Bearer(bearer, token));
        if (parsed.GetValue(oauth2) is { } client) all.Add(CredentialText.Read(oauth2, () => Client(client, parsed, spec, baseUrl)));
        return all;
    }

    private OAuth2ClientCredentials Client(string client, ParseResult parsed, ApiSpec spec, Uri baseUrl)
    {
        var (id, secret) = SecretText.ResolvePair(client, "--oauth2 CLIENT:SECRET");
        return new OAuth2ClientCredentials(id, secret, TokenUrl(parsed.GetValue(tokenUrl), spec, baseUrl), parsed.GetValue(scopes));
    }

    private static Uri TokenUrl(string? given, ApiSpec spec, Uri baseUrl)
    {
        if (given is not null) return HttpUrl.Read("--token-url", given);
        var flows = spec.SecuritySchemes.SelectMany(scheme => scheme.Flows).Where(flow => flow.TokenUrl is not null);
        var declared = flows.OrderBy(flow => flow.Name == "clientCredentials" ? 0 : 1).FirstOrDefault()?.TokenUrl
            ?? throw new MisuseException("The document names no token endpoint; give it with --token-url URL.");
        return Uri.TryCreate(baseUrl, declared, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new MisuseException(
                $"The document names '{declared}' as its token endpoint, which is not an http or https URL; give the right one with --token-url URL.");
    }

    private static Option<string> Secret(string name, string form, string description) => new(name) { HelpName = form, Description = description };
}
