using System.Net.Http;
using System.Net.Http.Headers;

namespace IntegrationCopilot.TestKit;

/// <summary>Sends an access token, which it fetches, keeps and renews.</summary>
internal sealed class OAuth2Scheme(OAuth2ClientCredentials credentials, TokenEndpoint endpoint, TimeProvider clock) : IAuthScheme
{
    private const int RememberedTokens = 32;
    private const int LifeShareKeptInReserve = 10;
    private static readonly TimeSpan MostKeptInReserve = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Queue<string> fetched = new();
    private string? token;
    private DateTimeOffset renewAt;
    private Task<TokenAnswer>? inFlight;

    public IReadOnlyList<string> Secrets
    {
        get
        {
            lock (gate) return [.. credentials.Secrets, .. fetched];
        }
    }

    public async ValueTask<AuthFailure?> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (usable, failure) = await TokenAsync(cancellationToken);
        if (usable is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", usable);
        return failure;
    }

    public bool TryRenew(HttpRequestMessage refused)
    {
        lock (gate)
        {
            if (refused.Headers.Authorization?.Parameter is not { } used) return false;
            if (string.Equals(used, token, StringComparison.Ordinal)) token = null;
            return true;
        }
    }

    private async ValueTask<(string? Token, AuthFailure? Failure)> TokenAsync(CancellationToken cancellationToken)
    {
        Task<TokenAnswer> fetch;
        lock (gate)
        {
            if (token is not null && clock.GetUtcNow() < renewAt) return (token, null);
            fetch = inFlight ??= FetchAsync();
        }

        var answer = await fetch.WaitAsync(cancellationToken);
        return (answer.Token, answer.Failure);
    }

    private async Task<TokenAnswer> FetchAsync()
    {
        await Task.Yield();
        try
        {
            var answer = await endpoint.FetchAsync();
            Keep(answer);
            return answer;
        }
        finally
        {
            lock (gate) inFlight = null;
        }
    }

    private void Keep(TokenAnswer answer)
    {
        if (answer.Token is null) return;
        lock (gate)
        {
            token = answer.Token;
            renewAt = answer.Life is { } life ? clock.GetUtcNow() + life - Reserve(life) : DateTimeOffset.MaxValue;
            fetched.Enqueue(token);
            if (fetched.Count > RememberedTokens) fetched.Dequeue();
        }
    }

    private static TimeSpan Reserve(TimeSpan life) => life / LifeShareKeptInReserve < MostKeptInReserve ? life / LifeShareKeptInReserve : MostKeptInReserve;
}
