using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Chooses characters to go on with: of those a language does not tell apart, one that reads well.</summary>
internal sealed class TextAlphabet(TextLanguages languages)
{
    /// <summary>How much likelier than others letters and digits are.</summary>
    private const int WordWeight = 8;

    private static readonly int[] Printable = [.. Enumerable.Range('a', 26), .. Enumerable.Range('A', 26), .. Enumerable.Range('0', 10),
        .. Enumerable.Range(' ', 95).Where(c => !char.IsAsciiLetterOrDigit((char)c)), 0xE9, 0x4E2D, 0x1F600];
    private readonly Dictionary<int, IReadOnlyList<Group>> groups = [];
    private readonly Dictionary<string, List<List<int>>> parted = new(StringComparer.Ordinal);

    /// <summary>One character and where it leads, at random; null when none leads on.</summary>
    public (int CodePoint, TextLanguage After)? Step(TextLanguage at, SampleRandom random)
    {
        var open = GroupsOf(at).ToList();
        while (open.Count > 0)
        {
            var dice = random.Next(open.Sum(g => g.Weight));
            var chosen = open.First(g => (dice -= g.Weight) < 0);
            if (chosen.After != languages.Nothing) return (chosen.Pick(random), chosen.After);
            open.Remove(chosen);
        }
        return null;
    }

    /// <summary>A character for each way on.</summary>
    public IEnumerable<(int CodePoint, TextLanguage After)> Steps(TextLanguage at, SampleRandom random) =>
        GroupsOf(at).Where(g => g.After != languages.Nothing).Select(g => (g.Pick(random), g.After));

    private IReadOnlyList<Group> GroupsOf(TextLanguage at)
    {
        if (groups.TryGetValue(at.Id, out var known)) return known;
        var sets = new HashSet<CodePointSet>(ReferenceEqualityComparer.Instance);
        TextLanguages.CollectFirst(at, sets);
        var byWay = new Dictionary<int, Group>();
        foreach (var alike in Alike([.. sets.OrderBy(languages.NumberOf)]))
        {
            var after = languages.After(at, alike[0]);
            if (after == languages.Nothing) continue;
            if (!byWay.TryGetValue(after.Id, out var group)) byWay[after.Id] = group = new Group(after);
            foreach (var codePoint in alike) group.Add(codePoint);
        }
        return groups[at.Id] = [.. byWay.Values];
    }

    /// <summary>Characters that none of the sets tells apart.</summary>
    private List<List<int>> Alike(List<CodePointSet> sets)
    {
        var key = string.Join(',', sets.Select(languages.NumberOf));
        if (parted.TryGetValue(key, out var known)) return known;
        var parts = Printable.Concat(sets.SelectMany(Edges).Order()).Distinct()
            .GroupBy(c => string.Concat(sets.Select(s => s.Contains(c) ? '1' : '0')), StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        return parted[key] = parts;
    }

    /// <summary>Characters of a set that may hold none that are printable.</summary>
    private static IEnumerable<int> Edges(CodePointSet set) =>
        set.Ranges.Take(40).SelectMany(r => (int[])[r.First, r.Last, (r.First + r.Last) / 2]).Where(Rune.IsValid);

    private sealed class Group(TextLanguage after)
    {
        private readonly List<int> words = [];
        private readonly List<int> others = [];

        public TextLanguage After { get; } = after;

        public int Weight => words.Count > 0 ? WordWeight : 1;

        public void Add(int codePoint) => (codePoint < 128 && char.IsAsciiLetterOrDigit((char)codePoint) ? words : others).Add(codePoint);

        /// <summary>Small letters and digits where there are.</summary>
        public int Pick(SampleRandom random)
        {
            if (words.Count == 0) return others[random.Next(Math.Min(others.Count, 12))];
            var small = words.Count(c => c is >= 'a' and <= 'z');
            return words[random.Next(small > 0 ? small : words.Count)];
        }
    }
}
