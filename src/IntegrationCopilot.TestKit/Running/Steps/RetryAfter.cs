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
        if (Of(outcome.Exchanges, options.Clock) is not { } wait || wait <= TimeSpan.Zero) return;
        if (wait > options.MaxRetryAfter)
            throw new CaseStopException(
                $"The API asks to wait {wait.TotalSeconds:0} s before trying again; this run waits {options.MaxRetryAfter.TotalSeconds:0} s at most.");
        await Task.Delay(wait, options.Clock, cancellationToken);
    }

    private static TimeSpan? Of(IReadOnlyList<Exchange> exchanges, TimeProvider clock)
    {
        if (!RetryConditionHeaderValue.TryParse(exchanges.Count == 0 ? null : exchanges[0].Header("Retry-After"), out var value)) return null;
        return value.Delta ?? value.Date - clock.GetUtcNow();
    }
}
