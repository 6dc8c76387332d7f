using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Dates as numbers: seconds or milliseconds since 1970 where the name says so, years and months.</summary>
internal static class DateNumbers
{
    private static readonly HashSet<string> Moments = new(StringComparer.Ordinal) { "at", "timestamp", "date", "datetime", "epoch" };
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal) { "created", "updated", "modified", "expires", "deleted", "expiration" };

    /// <summary>A number for a place; null when its name says nothing of time.</summary>
    public static long? Make(SamplePlace place)
    {
        List<string> words = [.. NameWords.Of(place.Name)];
        if (words.Count == 0) return null;
        if (words[^1] == "year") return Year(place);
        if (words[^1] == "month") return place.Random.Next(1, 12);
        var thousandths = words.Exists(w => w is "ms" or "millis" or "milliseconds");
        if (thousandths) words.RemoveAll(w => w is "ms" or "millis" or "milliseconds" or "in");
        if (words.Count == 0 || !(Moments.Contains(words[^1]) && (words.Count > 1 || words[^1] != "at")) && !(words.Count == 1 && Alone.Contains(words[0]))
            && !IsTime(words, place))
            return null;
        var moment = DateMoments.Of(place);
        return thousandths ? moment.ToUnixTimeMilliseconds() : moment.ToUnixTimeSeconds();
    }

    /// <summary><c>time</c> alone is as often a duration.</summary>
    private static bool IsTime(List<string> words, SamplePlace place) => words.Count > 1 && words[^1] == "time" && place.Rank != DateRank.Unknown;

    private static long Year(SamplePlace place) => place.Rank switch
    {
        DateRank.Born => place.Today.Year - place.Random.Next(20, 50),
        DateRank.Expires or DateRank.Ends or DateRank.Due => place.Today.Year + place.Random.Next(2, 4),
        DateRank.Starts or DateRank.Later => place.Today.Year + 1,
        _ => place.Today.Year - place.Random.Next(6),
    };
}
