using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>How far the timestamp of a signed message may be from now.</summary>
internal sealed class ReplayWindow
{
    /// <summary>Seconds up to the year 9999 have no more digits.</summary>
    private const int MaxDigits = 12;

    private readonly TimeProvider clock;
    private readonly TimeSpan tolerance;

    public ReplayWindow(TimeProvider clock, TimeSpan tolerance)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(tolerance, TimeSpan.Zero);
        this.clock = clock;
        this.tolerance = tolerance;
    }

    public string Now => clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Checks a timestamp in seconds since 1970; null when it is well formed and near enough.</summary>
    public WebhookVerification? Check(string timestamp, string header)
    {
        var isNumber = timestamp.Length is > 0 and <= MaxDigits && timestamp.All(char.IsAsciiDigit) && (timestamp[0] != '0' || timestamp.Length == 1);
        if (!isNumber) return WebhookVerification.Malformed(header, "a time in whole seconds since 1970");
        var age = clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture);
        if (age > tolerance.TotalSeconds)
            return WebhookVerification.Refuse(WebhookRefusal.TimestampTooOld,
                $"The message was signed {age} seconds ago; {tolerance.TotalSeconds} are allowed.");
        if (-age > tolerance.TotalSeconds)
            return WebhookVerification.Refuse(WebhookRefusal.TimestampInFuture,
                $"The message is signed {-age} seconds in the future; {tolerance.TotalSeconds} are allowed.");
        return null;
    }
}
