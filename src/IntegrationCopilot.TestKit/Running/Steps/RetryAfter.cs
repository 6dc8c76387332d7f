using System.Net.Http.Headers;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Waits as long as an earlier answer asked to (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <exception cref="CaseStopException">The answer asks for more than the limit.</exception>
    public static async Task WaitAsync(TestStep step, IReadOnlyDictionary<string, StepOutcome> earlier, RunOptions options, CancellationToken cancellationToken)
    {
        if (step.WaitForRetryAfterOf is not { } name || !earlier.TryGetValue(name, out var outcome)) return;
        if (Of(outcome.Exchanges, options.Clock) is not { } wait)
            throw new CaseStopException($"The answer of step '{name}' does not say how long to wait.") { Status = CaseStatus.NoVerdict };
        if (wait <= TimeSpan.Zero) return;
        if (wait > options.MaxRetryAfter)
            throw new CaseStopException(
                $"The API asks to wait {wait.TotalSeconds:0} s before trying again; this run waits {options.MaxRetryAfter.TotalSeconds:0} s at most.");
        await Task.Delay(wait, options.Clock, cancellationToken);
    }

    private static TimeSpan? Of(IReadOnlyList<Exchange> exchanges, TimeProvider clock)
    {
        if (exchanges is not [var first, ..]) return null;
        return RetryConditionHeaderValue.TryParse(first.Header("Retry-After"), out var value)
            ? value.Delta ?? value.Date - clock.GetUtcNow() : AskedPause.Of(first, clock);
    }
}
