using System.Collections.Concurrent;
using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Who we are to each operation, and who we pretend to be when a test wants that.</summary>
internal sealed class CredentialBook(RunTarget target, HttpClient client, RunOptions options)
{
    private readonly ConcurrentDictionary<string, RequestAuthenticator> authenticators = new(StringComparer.Ordinal);

    public IEnumerable<string> Secrets => target.Credentials.Secrets.Concat(authenticators.Values.SelectMany(authenticator => authenticator.Secrets));

    /// <summary>Whether requests with valid credentials carry any.</summary>
    public bool HasAny => target.MockValues is not null || target.Credentials is not NoCredentials;

    /// <summary>What puts the wanted credentials on a request to an operation.</summary>
    /// <param name="operation">The operation; null when the document has none.</param>
    /// <param name="kind">Which credentials.</param>
    /// <param name="expired">The value of an expired token, when one is known.</param>
    public IReadOnlyList<RequestAuthenticator> For(ApiOperation? operation, StepCredentials kind, string? expired) => kind switch
    {
        StepCredentials.None => [],
        StepCredentials.Valid => [.. Valid(operation).Select(Keep)],
        _ => [.. ToSpoil(operation).Select(credentials => SpoiledCredentials.Of(credentials, kind, expired, options.Seed))],
    };

    /// <summary>The HTTP scheme that keeps us out of an operation, because no credentials of it can be given; null when nothing does.</summary>
    public string? Ungivable(ApiOperation operation)
    {
        if (operation.Security.Count == 0 || target.Headers.Any(header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase))) return null;
        var schemes = operation.Security.Select(alternative => alternative.Requirements.Select(requirement => requirement.Scheme)
            .FirstOrDefault(scheme => scheme?.Kind == SecuritySchemeKind.Http)).ToList();
        return schemes.Contains(null) ? null : schemes[0]!.HttpScheme;
    }

    /// <summary>The token the mock takes for one past its time; null elsewhere.</summary>
    public string? ExpiredToken => target.MockValues?.ExpiredToken;

    private IReadOnlyList<ApiCredentials> Valid(ApiOperation? operation) => target.MockValues?.For(operation) ?? [target.Credentials];

    private IReadOnlyList<ApiCredentials> ToSpoil(ApiOperation? operation) => HasAny ? Valid(operation) : SchemeValues.MadeUp.For(operation);

    private RequestAuthenticator Keep(ApiCredentials credentials) =>
        authenticators.GetOrAdd(KeyOf(credentials), static (_, state) => new RequestAuthenticator(state.credentials, state.client, state.options.Clock),
            (credentials, client, options));

    /// <summary>One authenticator, and so one token, for each set of scopes.</summary>
    private static string KeyOf(ApiCredentials credentials) => credentials switch
    {
        ApiKeyCredentials key => $"key {key.Location} {key.Name}",
        OAuth2ClientCredentials client => $"oauth2 {string.Join(' ', client.Scopes)}",
        _ => credentials.ToString(),
    };
}
