using System.Globalization;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>Distances in time as people say them.</summary>
internal static class RelativeTime
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);
    private static readonly TimeSpan AMonth = TimeSpan.FromDays(30);

    /// <summary>"just now", "5 minutes ago", "in 2 hours"; further away than 30 days, the date.</summary>
    public static string Between(DateTimeOffset time, DateTimeOffset now)
    {
        var distance = (now - time).Duration();
        if (distance < TimeSpan.FromSeconds(45)) return "just now";
        if (distance >= AMonth) return time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var words = distance < AnHour ? Count(distance / AMinute, "minute")
            : distance < ADay ? Count(distance / AnHour, "hour")
            : Count(distance / ADay, "day");
        return time > now ? $"in {words}" : $"{words} ago";
    }

    /// <summary>"340 ms", "2.4 s", "3 min 5 s".</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalMinutes):0} min {duration.Seconds} s"),
    };

    private static string Count(double number, string unit)
    {
        var whole = Math.Max(1, (int)number);
        return string.Create(CultureInfo.InvariantCulture, $"{whole} {unit}{(whole == 1 ? "" : "s")}");
    }
}
