using System.Net.Http;

namespace IntegrationCopilot.TestKit;

/// <summary>Where the text of credentials comes from.</summary>
internal static class CredentialSources
{
    public static ICredentialSource Of(ApiCredentials credentials, HttpClient tokenClient, TimeProvider clock) =>
        credentials is OAuth2ClientCredentials client
            ? new TokenSource(client, new TokenEndpoint(client, tokenClient, clock), clock)
            : new GivenCredential(credentials.Text, credentials.Secrets);
}
