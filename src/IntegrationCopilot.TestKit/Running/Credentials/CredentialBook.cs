using System.Collections.Concurrent;
using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Who we are to each operation, and who we pretend to be when a test wants that.</summary>
internal sealed class CredentialBook(RunTarget target, HttpClient client, RunOptions options)
{
    private readonly ConcurrentDictionary<string, RequestAuthenticator> authenticators = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ICredentialSource> sources = new(StringComparer.Ordinal);
    private readonly CredentialChoice choice = new(target, options.Authentication);

    private readonly CredentialBook? other = target.OtherCredentials.Count == 0 ? null
        : new CredentialBook(target with { Credentials = target.OtherCredentials, OtherCredentials = [] }, client, options);

    public IEnumerable<string> Secrets => target.Credentials.SelectMany(credentials => credentials.Secrets)
        .Concat(authenticators.Values.SelectMany(authenticator => authenticator.Secrets)).Concat(other?.Secrets ?? []);

    /// <summary>Those of another caller; null when none are given.</summary>
    public CredentialBook? OtherCaller => other;

    /// <summary>Whether requests with valid credentials carry any.</summary>
    public bool HasAny => target.MockValues is not null || target.Credentials.Count > 0;

    /// <summary>The token the mock takes for one past its time; null elsewhere.</summary>
    public string? ExpiredToken => target.MockValues?.ExpiredToken;

    /// <summary>What puts the wanted credentials on a request to an operation.</summary>
    /// <param name="operation">The operation; null when the document has none.</param>
    /// <param name="kind">Which credentials.</param>
    /// <param name="expired">The value of an expired token, when one is known.</param>
    public IReadOnlyList<RequestAuthenticator> For(ApiOperation? operation, StepCredentials kind, string? expired) => kind switch
    {
        StepCredentials.None => [],
        StepCredentials.Valid => [.. Valid(operation).Select(Keep)],
        StepCredentials.OtherCaller => other?.For(operation, StepCredentials.Valid, null) ?? [],
        _ => [.. ToSpoil(operation).Select(chosen => SpoiledCredentials.Of(chosen, kind, expired, options.Seed, options.Authentication))],
    };

    /// <summary>Why an operation cannot be called with the credentials of this installation, naming what it asks for; null when it can, or may be.</summary>
    public string? WhyNot(ApiOperation operation)
    {
        if (target.MockValues is not null) return null;
        if (choice.IsOutOfReach(operation))
            return $"{operation.Id} asks for {choice.Describe(operation)}, of which no credentials can be given here. "
                + "A header 'Authorization' given for this environment is sent as it is.";
        return HasAny && choice.For(operation) is null
            ? $"{operation.Id} asks for {choice.Describe(operation)}, and none of the credentials given for this environment fits. Give those too to test it."
            : null;
    }

    /// <summary>What names the valid credentials of an operation among those of a run; empty for none.</summary>
    public string KeyFor(ApiOperation? operation) => string.Join(" + ", Valid(operation).Select(chosen => KeyOf(chosen.Credentials)));

    /// <summary>What an operation asks for, for people.</summary>
    public string Describe(ApiOperation operation) => choice.Describe(operation);

    /// <summary>The security schemes, with what they are, whose credentials would let an operation be called.</summary>
    public IEnumerable<(string Name, string Description)> Lacking(ApiOperation operation) => choice.Lacking(operation);

    /// <summary>Whether a header field given for the installation may prove to an operation who we are.</summary>
    public bool IsCredential(ApiOperation? operation, string header) => choice.IsCredential(operation, header);

    private IReadOnlyList<ChosenCredential> Valid(ApiOperation? operation) =>
        target.MockValues?.For(operation, options.Authentication) ?? choice.For(operation) ?? [];

    private IReadOnlyList<ChosenCredential> ToSpoil(ApiOperation? operation) =>
        Valid(operation) is { Count: > 0 } valid ? valid : SchemeValues.MadeUp.For(operation, options.Authentication);

    private RequestAuthenticator Keep(ChosenCredential chosen) =>
        authenticators.GetOrAdd($"{chosen.Scheme.Name} {KeyOf(chosen.Credentials)}",
            static (_, state) => new RequestAuthenticator(state.Book.SourceOf(state.Chosen.Credentials),
                state.Book.Kinds.Of(state.Chosen.Scheme), state.Chosen.Scheme), (Book: this, Chosen: chosen));

    private Validator.AuthenticationKinds Kinds => options.Authentication;

    /// <summary>One token for each set of scopes.</summary>
    private ICredentialSource SourceOf(ApiCredentials credentials) =>
        sources.GetOrAdd(KeyOf(credentials), static (_, state) => CredentialSources.Of(state.credentials, state.client, state.options.Clock),
            (credentials, client, options));

    private static string KeyOf(ApiCredentials credentials) => credentials switch
    {
        ApiKeyCredentials key => $"key {key.Location} {key.Name}",
        SchemeCredentials named => $"scheme {named.Scheme}",
        OAuth2ClientCredentials client => $"oauth2 {client.ClientId} {string.Join(' ', client.Scopes)}",
        _ => credentials.ToString(),
    };
}
