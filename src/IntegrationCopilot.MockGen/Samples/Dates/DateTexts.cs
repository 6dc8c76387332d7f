using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Dates and times as texts: by format (RFC 3339, section 5.6), or by a name that says that it is one.</summary>
internal static class DateTexts
{
    /// <summary>A text of that format; null when the format is of no date or time.</summary>
    public static string? OfFormat(string format, SamplePlace place) => format.ToLowerInvariant() switch
    {
        "date-time" or "datetime" => Text(place, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
        "date" or "full-date" => Text(place, "yyyy-MM-dd"),
        "time" or "full-time" => Text(place, "HH:mm:ss'Z'"),
        "partial-time" => Text(place, "HH:mm:ss"),
        "date-time-local" or "local-date-time" => Text(place, "yyyy-MM-dd'T'HH:mm:ss"),
        "unix-time" or "timestamp" => DateMoments.Of(place).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        "http-date" or "imf-fixdate" => HttpDate(place),
        _ => null,
    };

    /// <summary>A text for a member whose name says that it is a date or a moment; null for others.</summary>
    public static string? OfName(SamplePlace place)
    {
        var words = NameWords.Of(place.Name);
        if (words.Count == 0) return null;
        return words[^1] switch
        {
            "date" or "day" or "dob" or "birthday" or "birthdate" => Text(place, "yyyy-MM-dd"),
            "datetime" or "timestamp" or "at" => words.Count > 1 || words[^1] != "at" ? Text(place, "yyyy-MM-dd'T'HH:mm:ss'Z'") : null,
            "time" or "on" when place.Rank != DateRank.Unknown => Text(place, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            "created" or "updated" or "modified" or "expires" when words.Count == 1 => Text(place, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            _ => null,
        };
    }

    /// <summary>A moment as HTTP fields write it (RFC 9110, section 5.6.7).</summary>
    public static string HttpDate(SamplePlace place) => DateMoments.Of(place).ToString("R", CultureInfo.InvariantCulture);

    private static string Text(SamplePlace place, string form) => DateMoments.Of(place).ToString(form, CultureInfo.InvariantCulture);
}
