using System.Collections.Frozen;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// The words of events' names: <c>payment.captured</c>, <c>paymentCaptured</c> and <c>PAYMENT_CAPTURED</c> are <c>payment</c>, <c>captured</c>.
/// </summary>
internal static class EventWords
{
    private const int MaxLength = 200;
    private const int ShortestStem = 3;

    /// <summary>Words that say no more than that something happens.</summary>
    private static readonly FrozenSet<string> Fillers = FrozenSet.Create(StringComparer.Ordinal,
        "event", "events", "webhook", "webhooks", "hook", "notification", "notifications", "notify", "callback", "message", "on", "has", "been", "was",
            "were", "is", "the", "a", "an", "when", "for", "of", "post", "receive", "handle", "api", "v1", "v2", "status");

    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["paid"] = "pay", ["sent"] = "send", ["held"] = "hold", ["sold"] = "sell", ["bought"] = "buy", ["lost"] = "lose", ["won"] = "win", ["made"] = "make",
            ["built"] = "build", ["left"] = "leave", ["found"] = "find",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = 0;
        var length = Math.Min(text.Length, MaxLength);
        for (var i = 0; i <= length; i++)
        {
            var ends = i == length || !char.IsAsciiLetterOrDigit(text[i]);
            if (!ends && !(i > start && StartsWord(text, i))) continue;
            if (i > start) words.Add(text[start..i].ToLowerInvariant());
            start = ends ? i + 1 : i;
        }
        return words;
    }

    /// <summary>What is left of an event's words without those of a thing's name and those that say nothing; null when the thing is not named.</summary>
    public static List<string>? Without(List<string> words, IReadOnlyList<string> thing)
    {
        for (var at = 0; at + thing.Count <= words.Count; at++)
        {
            if (!thing.Select((word, i) => IsSameNoun(words[at + i], word)).All(same => same)) continue;
            return [.. words.Where((word, i) => (i < at || i >= at + thing.Count) && !Fillers.Contains(word))];
        }
        return null;
    }

    /// <summary>
    /// Whether two words are forms of one verb: <c>capture</c> and <c>captured</c>, <c>cancel</c> and <c>cancelled</c>, <c>pay</c> and <c>paid</c>.
    /// </summary>
    public static bool IsSameVerb(string one, string other)
    {
        var (a, b) = (Stem(one), Stem(other));
        return a.Length >= ShortestStem && a == b;
    }

    private static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var irregular)) return irregular;
        foreach (var ending in (string[])["ation", "ing", "ion", "ed", "es", "al", "e", "s"])
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)
                && !word.EndsWith("eed", StringComparison.Ordinal)) { word = word[..^ending.Length]; break; }
        if (word.Length > ShortestStem && word[^1] == word[^2]) word = word[..^1];
        return word[^1] is 'i' or 'y' && word.Length > ShortestStem ? word[..^1] : word;
    }

    private static bool IsSameNoun(string word, string noun) =>
        word == noun || word == noun + "s" || word == noun + "es" || (noun.EndsWith('y') && word == noun[..^1] + "ies");

    private static bool StartsWord(string text, int i) =>
        char.IsAsciiLetterUpper(text[i]) && (!char.IsAsciiLetterUpper(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1])));
}
