using System.Globalization;
using System.Net.Http.Headers;

namespace IntegrationCopilot.TestKit;

/// <summary>Reads from an answer how long its server wants to be left alone.</summary>
/// <remarks>
/// <c>Retry-After</c> (RFC 9110, section 10.2.3) of a refusal; else, when nothing is left of the quota, the time until it is filled again: the fields
/// <c>RateLimit</c> of the drafts of the IETF (httpapi-ratelimit-headers), and those beginning with <c>X-RateLimit</c> that came before.
/// </remarks>
internal static class AskedPause
{
    private const int TooMany = 429;
    private const int Unavailable = 503;

    /// <summary>No reset lies this many seconds ahead, so that a larger number is a time of the Unix clock.</summary>
    private const double SmallestTime = 100_000_000;

    private static readonly string[] Prefixes = ["RateLimit-", "X-RateLimit-", "X-Rate-Limit-"];

    /// <returns>The time; null when the server asks for none.</returns>
    public static TimeSpan? Of(Exchange exchange, TimeProvider clock)
    {
        if (exchange.Response is not { } response) return null;
        var asked = response.Status is TooMany or Unavailable && RetryConditionHeaderValue.TryParse(exchange.Header("Retry-After"), out var after)
            ? after.Delta ?? after.Date - clock.GetUtcNow()
            : Structured(exchange) ?? Prefixes.Select(prefix => Plain(exchange, prefix, clock)).FirstOrDefault(wait => wait is not null);
        return asked > TimeSpan.Zero ? asked : null;
    }

    /// <summary><c>RateLimit: limit=100, remaining=0, reset=5</c>, or <c>RateLimit: "name";r=0;t=5</c>.</summary>
    private static TimeSpan? Structured(Exchange exchange)
    {
        if (exchange.Header("RateLimit") is not { } field) return null;
        var members = field.Split([',', ';']).Select(part => part.Split('=')).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim(), pair => Number(pair[1]), StringComparer.OrdinalIgnoreCase);
        var left = members["remaining"].Concat(members["r"]).FirstOrDefault();
        return left == 0 && members["reset"].Concat(members["t"]).FirstOrDefault() is { } seconds ? Seconds(seconds) : null;
    }

    private static TimeSpan? Plain(Exchange exchange, string prefix, TimeProvider clock)
    {
        if (Number(exchange.Header(prefix + "Remaining")) != 0 || Number(exchange.Header(prefix + "Reset")) is not { } reset) return null;
        return Seconds(reset < SmallestTime ? reset : reset - (clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0));
    }

    private static double? Number(string? text) =>
        double.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(365).TotalSeconds));
}
