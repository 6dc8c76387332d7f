namespace IntegrationCopilot.MockGen;

/// <summary>Makes moments: each rank has days of its own, so that dates made apart from each other are in order.</summary>
internal static class DateMoments
{
    private const int MorningHour = 8;
    private const int NoonHour = 12;
    private const int EveningHour = 20;

    /// <summary>A moment for a place, in whole seconds, UTC.</summary>
    public static DateTimeOffset Of(SamplePlace place)
    {
        var (first, days) = Days(place.Rank);
        var (hour, hours) = Hours(place.Rank);
        var start = new DateTimeOffset(place.Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return start.AddDays(first + place.Random.Next(days)).AddSeconds((hour * 3600) + place.Random.Next(hours * 3600));
    }

    /// <summary>The first day, counted from today, and how many there are.</summary>
    private static (int First, int Count) Days(DateRank rank) => rank switch
    {
        DateRank.Born => (-18_250, 10_950),
        DateRank.Created => (-90, 30),
        DateRank.Since => (-60, 10),
        DateRank.Started => (-50, 10),
        DateRank.Updated => (-40, 20),
        DateRank.Done => (-20, 10),
        DateRank.Before => (-10, 5),
        DateRank.Gone => (-5, 4),
        DateRank.Starts => (1, 6),
        DateRank.Later => (7, 1),
        DateRank.Ends => (8, 13),
        DateRank.Due => (21, 14),
        DateRank.Expires => (35, 85),
        _ => (-30, 29),
    };

    /// <summary>Times of a day without a date are in order too: what begins does so in the morning.</summary>
    private static (int First, int Count) Hours(DateRank rank) => rank switch
    {
        DateRank.Starts or DateRank.Started or DateRank.Since or DateRank.Created => (MorningHour, NoonHour - MorningHour),
        DateRank.Unknown or DateRank.Born or DateRank.Updated => (MorningHour, EveningHour - MorningHour),
        _ => (NoonHour + 1, EveningHour - NoonHour - 1),
    };
}
