using System.Globalization;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Trouble a mock makes by itself, the same for the same seed and order of requests. All of it is off by default.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockTrouble
{
    /// <summary>How long every answer takes at least. Default zero.</summary>
    [OptionRange("00:00:00")]
    public TimeSpan Delay { get; init; }

    /// <summary>How much longer an answer may take, at random. Default zero.</summary>
    [OptionRange("00:00:00")]
    public TimeSpan Jitter { get; init; }

    /// <summary>Share of requests that fail, 0 (the default) to 1.</summary>
    [OptionRange(0, 1)]
    public double FailureRate { get; init; }

    /// <summary>Status of the failures. Default 503.</summary>
    [OptionRange(200, 599)]
    public int FailureStatus { get; init; } = 503;

    /// <summary>
    /// Share of requests that get no answer: the connection breaks after <see cref="MockOptions.MaxDelay"/>; 0 (the default) to 1. A request asks for it with
    /// <c>Prefer: timeout</c>.
    /// </summary>
    [OptionRange(0, 1)]
    public double TimeoutRate { get; init; }
}

/// <summary>
/// Delays answers, fails for a while, or does not answer at all: by <see cref="MockOptions.Trouble"/>, or for one request by <c>Prefer: timeout</c>.
/// </summary>
internal sealed class TroubleBehaviour(MockOptions options) : IMockBehaviour
{
    private long requests;

    public string Name => "trouble";

    public MockStage Stage => MockStage.Processing;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        if (options.Trouble is not { } trouble)
            return request =>
                ReferenceEquals(request.Preferences, Preferences.None) || request.Preference("timeout") is null ? next(request) : SilentAsync(request);
        return request => AnswerAsync(request, next, trouble);
    }

    private async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next, MockTrouble trouble)
    {
        var random = SampleRandom.For(options.Seed, string.Create(CultureInfo.InvariantCulture, $"trouble {Interlocked.Increment(ref requests)}"));
        if (request.Preference("timeout") is not null || Happens(random, trouble.TimeoutRate)) return await SilentAsync(request);
        var delay = trouble.Delay + (trouble.Jitter * Share(random));
        if (delay > TimeSpan.Zero) await Task.Delay(delay < options.MaxDelay ? delay : options.MaxDelay, options.Clock, request.Aborted);
        return Happens(random, trouble.FailureRate)
            ? request.Refuse(trouble.FailureStatus, "This failure passes: send the request again.")
            : await next(request);
    }

    private async ValueTask<MockReply> SilentAsync(MockRequest request)
    {
        await Task.Delay(options.MaxDelay, options.Clock, request.Aborted);
        return request.Refuse(504, "The mock was asked not to answer.") with { BreakAfterBytes = 0 };
    }

    private static bool Happens(SampleRandom random, double rate) => Share(random) < rate;

    private static double Share(SampleRandom random) => random.Next(1_000_000) / 1_000_000.0;
}
