using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The deliveries of a run: each is brought about once, by the first case that asks, and shared by all. One is waited for at a time.</summary>
internal sealed class DeliveryBook(RunContext context) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<DeliveryOutcome>>> outcomes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);
    private LocalDeliveryInbox? own;

    /// <summary>What became of a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="test">The test that asks; its variables fill the requests in.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="CaseStopException">It could not be asked for.</exception>
    public Task<DeliveryOutcome> AskAsync(StepDelivery delivery, GoldenTest test, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(AsJson.Bytes(delivery.ToElement())).AsSpan(0, 8));
        return outcomes.GetOrAdd(key, _ => new(() => BringAboutAsync(key, delivery, test, cancellationToken))).Value;
    }

    /// <summary>Stops listening, where the run itself listens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (own is not null) await own.DisposeAsync();
        turn.Dispose();
    }

    private async Task<DeliveryOutcome> BringAboutAsync(string key, StepDelivery delivery, GoldenTest test, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await new DeliveryAsk(context, delivery, test, await InboxAsync(cancellationToken), key).RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is not (CaseStopException or OperationCanceledException))
        {
            // The inbox may be the host's own.
            throw new CaseStopException($"Deliveries cannot be received: {e.Message}");
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<IDeliveryInbox> InboxAsync(CancellationToken cancellationToken) =>
        context.Options.Inbox ?? (own ??= await LocalDeliveryInbox.StartAsync(null, context.Options.Clock, cancellationToken));
}
