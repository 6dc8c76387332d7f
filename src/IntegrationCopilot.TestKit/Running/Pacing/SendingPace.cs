namespace IntegrationCopilot.TestKit;

/// <summary>
/// How fast a run sends: no faster than it was told to, and not at all while the server wants to be left alone, where that is not longer than the run waits.
/// Our own mock is not spared.
/// </summary>
internal sealed class SendingPace(RunContext context)
{
    private const int TooMany = 429;

    /// <summary>What is waited after 429 where the server does not say how long.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private DateTimeOffset next = DateTimeOffset.MinValue;
    private DateTimeOffset paused = DateTimeOffset.MinValue;

    /// <summary>Waits for the turn of one request.</summary>
    public async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (context.IsMock) return;
        while (Wait() is { } wait && wait > TimeSpan.Zero)
        {
            context.Observer.Waits(wait);
            await Task.Delay(wait, context.Options.Clock, cancellationToken);
        }
    }

    /// <summary>Hears what an answer says about the pace.</summary>
    /// <returns>Whether the request was refused for being one too many, and may be sent again after the next <see cref="TurnAsync"/>.</returns>
    public bool Hear(Exchange exchange)
    {
        if (context.IsMock || exchange.Response is not { } response) return false;
        var clock = context.Options.Clock;
        var asked = AskedPause.Of(exchange, clock) ?? (response.Status == TooMany ? Usual : null);
        if (asked is not { } wait || wait > context.Options.MaxRetryAfter) return false;
        lock (gate)
        {
            var until = clock.GetUtcNow() + wait;
            if (until > paused) paused = until;
        }

        return response.Status == TooMany;
    }

    /// <summary>How long to wait; null when the turn has come, which is then taken.</summary>
    private TimeSpan? Wait()
    {
        lock (gate)
        {
            var now = context.Options.Clock.GetUtcNow();
            var turn = paused > next ? paused : next;
            if (turn > now) return turn - now;
            if (context.Options.MaxRequestsPerSecond is { } rate) next = now + TimeSpan.FromSeconds(1 / rate);
            return null;
        }
    }
}
