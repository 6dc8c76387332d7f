using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Tells from names which date comes first: <c>startsAt</c> before <c>endsAt</c>, <c>created</c> before <c>updated_at</c> before <c>deletedOn</c>; and which
/// lie ahead: <c>expires</c>, <c>due_date</c>.
/// </summary>
internal static class DateNames
{
    private const int MaxKept = 20_000;
    private static readonly ConcurrentDictionary<string, DateRank> Known = new(StringComparer.Ordinal);

    /// <summary>The first row with one of a name's words decides.</summary>
    private static readonly (DateRank Rank, HashSet<string> Words)[] Rows =
    [
        Row(DateRank.Born, "birth born birthday birthdate dob founded established incorporated incorporation"),
        Row(DateRank.Created, "first"),
        Row(DateRank.Since, "since after gte gt newer"),
        Row(DateRank.Before, "before lte lt older"),
        Row(DateRank.Updated, "last latest updated update modified modification changed edited accessed seen refreshed synced synchronized reviewed"),
        Row(DateRank.Gone,
            "deleted cancelled canceled removed archived revoked expired terminated disabled suspended deactivated voided retired dismissed refunded"),
        Row(DateRank.Done,
            "ended finished completed closed stopped resolved shipped delivered arrived sent failed settled paid captured authorized approved confirmed processed verified published received accepted"),
        Row(DateRank.Expires, "expires expiry expiration expire exp expiring renewal renews maturity"),
        Row(DateRank.Due, "due deadline delivery deliver cutoff"),
        Row(DateRank.Ends,
            "end ends ending finish finishes until till to through thru closes close stop stops arrival arrives arrive checkout dropoff completion termination return"),
        Row(DateRank.Starts,
            "start starts starting begin begins beginning from commence commences commencement opens open departure departs depart checkin pickup effective activation activates"),
        Row(DateRank.Started, "started begun departed opened launched"),
        Row(DateRank.Created,
            "created create creation inserted added registered registration joined issued issue placed ordered submitted requested enrolled purchased installed hired signup invoice order posted uploaded"),
        Row(DateRank.Later, "scheduled schedule planned estimated expected eta next upcoming target appointment"),
    ];

    private static readonly HashSet<string> StaysWords =
        new(StringComparer.Ordinal) { "guest", "guests", "room", "rooms", "night", "nights", "hotel", "stay", "adults" };
    private static readonly HashSet<string> OverWords = new(StringComparer.Ordinal) { "ended", "finished", "completed", "stopped", "closed" };

    /// <summary>The rank of a date of that name.</summary>
    /// <param name="name">Name of the member or parameter.</param>
    public static DateRank Of(string name)
    {
        if (Known.TryGetValue(name, out var rank)) return rank;
        rank = Find(NameWords.Of(name));
        if (Known.Count < MaxKept) Known.TryAdd(name, rank);
        return rank;
    }

    /// <summary>The rank beside other members: what is over has started, and guests arrive before they depart, other than trains.</summary>
    /// <param name="name">Name of the member.</param>
    /// <param name="siblings">Names of all members.</param>
    public static DateRank Among(string name, IReadOnlyList<string> siblings) => Of(name) switch
    {
        DateRank.Starts when siblings.Any(s => NameWords.Of(s).Any(OverWords.Contains)) => DateRank.Started,
        DateRank.Starts when IsTravel(name, "depart") && IsStay(siblings) => DateRank.Ends,
        DateRank.Ends when IsTravel(name, "arriv") && IsStay(siblings) => DateRank.Starts,
        var rank => rank,
    };

    private static DateRank Find(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i] == "check" && words[i + 1] is "in" or "out") return words[i + 1] == "in" ? DateRank.Starts : DateRank.Ends;
            if (words[i] == "not" && words[i + 1] is "before" or "after") return words[i + 1] == "before" ? DateRank.Started : DateRank.Expires;
            if (words[i] == "current" && words.Any(w => w is "start" or "begin")) return DateRank.Started;
        }
        foreach (var (rank, row) in Rows)
            if (words.Any(row.Contains)) return rank;
        return DateRank.Unknown;
    }

    private static bool IsTravel(string name, string stem) => name.Contains(stem, StringComparison.OrdinalIgnoreCase);

    private static bool IsStay(IReadOnlyList<string> siblings) => siblings.Any(s => NameWords.Of(s).Any(StaysWords.Contains));

    private static (DateRank, HashSet<string>) Row(DateRank rank, string words) => (rank, new HashSet<string>(words.Split(' '), StringComparer.Ordinal));
}
