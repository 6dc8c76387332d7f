using System.Net.Http;

namespace IntegrationCopilot.TestKit;

/// <summary>One way of putting credentials on requests; what its members mean is said at <see cref="RequestAuthenticator"/>.</summary>
internal interface IAuthScheme
{
    IReadOnlyList<string> Secrets { get; }

    ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    bool TryRenew(HttpRequestMessage refused);
}
