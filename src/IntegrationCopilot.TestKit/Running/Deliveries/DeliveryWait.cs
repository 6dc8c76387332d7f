namespace IntegrationCopilot.TestKit;

/// <summary>Waits for a delivery, within a bound.</summary>
internal sealed class DeliveryWait(IDeliveryInbox inbox, DeliveryMatch match, RunOptions options)
{
    /// <summary>After something came that is not as described, so long is waited for something that is.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>How long is watched whether what was taken comes again.</summary>
    private static readonly TimeSpan Watch = TimeSpan.FromMilliseconds(750);

    public async Task<DeliveryArrival> RunAsync(CancellationToken cancellationToken)
    {
        var start = options.Clock.GetTimestamp();
        ReceivedDelivery? best = null;
        var others = 0;
        await ListenAsync(options.DeliveryTimeout, (received, limit) =>
        {
            var fit = match.Of(received);
            if (fit == DeliveryFit.Other) others++;
            else if (best is null || fit == DeliveryFit.Conforming) best = received;
            if (fit == DeliveryFit.Meant) limit.CancelAfter(Grace);
            return fit == DeliveryFit.Conforming;
        }, cancellationToken);
        var waited = options.Clock.GetElapsedTime(start);
        var cameAgain = best is not null && await ListenAsync(Watch, (received, _) =>
            DeliveryMatch.IdentityOf(received) == DeliveryMatch.IdentityOf(best) && received.Request.Url == best.Request.Url, cancellationToken);
        return new(best, waited, others, cameAgain);
    }

    /// <returns>Whether what came was enough before the time was over.</returns>
    private async Task<bool> ListenAsync(TimeSpan time, Func<ReceivedDelivery, CancellationTokenSource, bool> isEnough, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(time, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            while (!isEnough(await inbox.ReceiveAsync(either.Token), limit))
            {
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>What came while a delivery was waited for.</summary>
/// <param name="Received">The delivery; null when none came.</param>
/// <param name="Waited">How long was waited for it.</param>
/// <param name="Others">Deliveries that came meanwhile and were not meant.</param>
/// <param name="CameAgain">Whether it came once more although it had been taken.</param>
internal sealed record DeliveryArrival(ReceivedDelivery? Received, TimeSpan Waited, int Others, bool CameAgain);
