using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How many requests a mock lets in.</summary>
/// <param name="Requests">Requests within a window; at least 1.</param>
/// <param name="Window">Length of a window; at least one second.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockRateLimit([property: OptionRange(1)] int Requests, [property: OptionRange("00:00:01")] TimeSpan Window);

/// <summary>
/// Counts requests in windows and refuses those above the limit with 429 and <c>Retry-After</c> (RFC 6585, section 4), telling of it in the headers the
/// document names; where a limit is set and the document names none, in <c>RateLimit</c> (draft-ietf-httpapi-ratelimit-headers) and <c>X-RateLimit-</c>
/// headers.
/// </summary>
/// <remarks>Off where neither the document tells of headers nor <see cref="MockOptions.RateLimit"/> is set. Without that option nobody is refused.</remarks>
internal sealed class RateLimitBehaviour(MockOptions options) : IMockBehaviour
{
    private const int Generous = 1_000_000_000;
    private static readonly string[] Usual = ["RateLimit-Policy", "RateLimit", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];
    private readonly Lock gate = new();
    private readonly int limit = Math.Max(1, options.RateLimit?.Requests ?? Generous);
    private readonly long window = Math.Max(1, (long)(options.RateLimit?.Window ?? TimeSpan.FromMinutes(1)).TotalSeconds);
    private long start;
    private int used;

    public string Name => "rate-limit";

    public MockStage Stage => MockStage.Admission;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        string[] names =
            [.. operation.Description.Facts.OfType<RateLimitHeadersFact>().SelectMany(fact => fact.Names).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (options.RateLimit is null && names.Length == 0) return next;
        return request => AnswerAsync(request, next, names.Length == 0 ? Usual : names);
    }

    private async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next, string[] names)
    {
        var taken = Take();
        if (taken.Remaining >= 0) return Told(await next(request), names, taken);
        var refusal = request.Refuse(429, $"More than {limit} requests came within {window} seconds.");
        return Told(refusal.With("Retry-After", Text(taken.Seconds)), names, taken with { Remaining = 0 });
    }

    private Taken Take()
    {
        var now = options.Clock.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            if (now >= start + window || now < start) (start, used) = (now, 0);
            if (used <= limit) used++;
            return new Taken(limit - used, Math.Max(1, start + window - now), start + window);
        }
    }

    private MockReply Told(MockReply reply, string[] names, Taken taken)
    {
        foreach (var name in names)
            if (Value(FieldNames.Fold(name), taken) is { } value) reply = reply.With(name, value);
        return reply;
    }

    /// <summary>The younger headers count seconds from now, the older ones tell the moment.</summary>
    private string? Value(string name, Taken taken)
    {
        if (name == "ratelimit") return string.Create(CultureInfo.InvariantCulture, $"\"default\";r={taken.Remaining};t={taken.Seconds}");
        if (name.EndsWith("policy", StringComparison.Ordinal)) return string.Create(CultureInfo.InvariantCulture, $"\"default\";q={limit};w={window}");
        if (name.EndsWith("remaining", StringComparison.Ordinal)) return Text(taken.Remaining);
        if (name.EndsWith("used", StringComparison.Ordinal)) return Text(limit - taken.Remaining);
        if (name.EndsWith("reset", StringComparison.Ordinal)) return Text(name.StartsWith('x') ? taken.End : taken.Seconds);
        return name.EndsWith("limit", StringComparison.Ordinal) ? Text(limit) : null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Taken(int Remaining, long Seconds, long End);
}
