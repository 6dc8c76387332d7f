using System.Collections.Concurrent;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>The limits that a run uses up on purpose: each once, by the first case that asks, and shared by all.</summary>
internal sealed class LimitBook(RunContext context)
{
    private const int TooMany = 429;

    /// <summary>How long is tried to use a limit up.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Lazy<Task<Exchange>>> reached = new(StringComparer.Ordinal);

    /// <summary>The first answer 429 to a request that is sent again and again.</summary>
    /// <param name="ready">The request.</param>
    /// <param name="most">How often it is sent at most.</param>
    /// <param name="sender">Sends it.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="CaseStopException">The limit was not reached, or the request does not succeed anyway.</exception>
    public Task<Exchange> ReachAsync(ReadyRequest ready, int most, CaseSender sender, CancellationToken cancellationToken) =>
        reached.GetOrAdd($"{ready.Method} {ready.Url}", _ => new(() => ProvokeAsync(ready, most, sender, cancellationToken))).Value;

    private async Task<Exchange> ProvokeAsync(ReadyRequest ready, int most, CaseSender sender, CancellationToken cancellationToken)
    {
        var clock = context.Options.Clock;
        var start = clock.GetTimestamp();
        for (var sent = 1; ; sent++)
        {
            var exchange = await sender.SendAsync(ready, cancellationToken);
            if (exchange.Response is not { Status: var status }) throw CaseStopException.Unanswered(exchange);
            if (status == TooMany) return exchange;
            var told = Unlimited(exchange, sent, most, clock.GetElapsedTime(start));
            if (told is not null) throw new CaseStopException(told) { Status = CaseStatus.NoVerdict };
        }
    }

    private static string? Unlimited(Exchange exchange, int sent, int most, TimeSpan took)
    {
        if (exchange.Response!.Status is < 200 or >= 300) return $"{JudgeContext.Describe(exchange)}, so that no limit could be used up.";
        return sent >= most || took > MostTime ? $"{sent} requests within {took.TotalSeconds:0.#} s were all let in, so that the limit was not reached." : null;
    }
}
