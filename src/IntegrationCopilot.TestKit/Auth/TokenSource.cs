namespace IntegrationCopilot.TestKit;

/// <summary>An access token, which it fetches, keeps and renews.</summary>
internal sealed class TokenSource(OAuth2ClientCredentials credentials, TokenEndpoint endpoint, TimeProvider clock) : ICredentialSource
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

    public async ValueTask<CredentialAnswer> GetAsync(CancellationToken cancellationToken)
    {
        Task<TokenAnswer> fetch;
        lock (gate)
        {
            if (token is not null && clock.GetUtcNow() < renewAt) return new(token, null);
            fetch = inFlight ??= FetchAsync();
        }

        var answer = await fetch.WaitAsync(cancellationToken);
        return new(answer.Token, answer.Failure);
    }

    public bool TryRenew(string refused)
    {
        lock (gate)
        {
            if (string.Equals(refused, token, StringComparison.Ordinal)) token = null;
            return true;
        }
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
