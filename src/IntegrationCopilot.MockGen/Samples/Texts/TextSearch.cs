using System.Diagnostics.CodeAnalysis;
using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Finds texts that meet several conditions at once: patterns, patterns that must not match, a format's grammar, what a carrier can carry, and a length.
/// </summary>
/// <threadsafety>Instances may be used by any number of threads at once; one searches at a time.</threadsafety>
internal sealed class TextSearch
{
    private const int MaxVisited = 6_000;

    /// <summary>Longer texts are grown to their least length before the way to an end is looked for.</summary>
    private const int LongText = 60;
    private static readonly int[] Growths = [6, 2, 12];
    private readonly PatternNode[] patterns;
    private readonly PatternNode[] forbidden;
    private readonly int min;
    private readonly int max;
    private readonly Lock gate = new();
    private TextLanguages languages = new();
    private bool hopeless;
    private TextAlphabet alphabet;
    private TextLanguage language;

    /// <summary>Prepares a search.</summary>
    /// <param name="patterns">All must be found in the text.</param>
    /// <param name="forbidden">None may be.</param>
    /// <param name="min">Fewest code points.</param>
    /// <param name="max">Most code points.</param>
    public TextSearch(IEnumerable<PatternNode> patterns, IEnumerable<PatternNode> forbidden, int min, int max)
    {
        this.patterns = [.. patterns];
        this.forbidden = [.. forbidden];
        this.min = min;
        this.max = max;
        Begin();
    }

    /// <summary>Texts found, some grown at random first, then the shortest; none when there is none, or none was found in time.</summary>
    public IEnumerable<string> Find(SampleRandom random)
    {
        lock (gate)
        {
            if (languages.IsFull) Begin();
            if (language == languages.Nothing) yield break;
        }
        if (hopeless || Make(random, 0) is not { } shortest)
        {
            hopeless = true;
            yield break;
        }
        foreach (var growth in Growths)
            if (Make(random.Child($"search{growth}"), growth) is { } grown) yield return grown;
        yield return shortest;
    }

    [MemberNotNull(nameof(alphabet), nameof(language))]
    private void Begin()
    {
        languages = new TextLanguages();
        var reader = new PatternLanguage(languages);
        language = languages.Both([.. patterns.Select(reader.Of), .. forbidden.Select(f => languages.Except(reader.Of(f)))]);
        alphabet = new TextAlphabet(languages);
    }

    private string? Make(SampleRandom random, int growth)
    {
        lock (gate)
        {
            var text = new StringBuilder();
            var (at, length) = (language, 0);
            if (growth > 0 || min > LongText)
            {
                var wanted = Math.Min(max, Math.Max(min, random.Next(growth + 1)));
                while (length < wanted && alphabet.Step(at, random) is { } step)
                {
                    text.Append(new Rune(step.CodePoint).ToString());
                    (at, length) = (step.After, length + 1);
                }
            }
            return Finish(at, length, text, random);
        }
    }

    /// <summary>Goes the shortest way to an end, breadth first.</summary>
    private string? Finish(TextLanguage from, int length, StringBuilder text, SampleRandom random)
    {
        var open = new Queue<Visit>([new Visit(from, length, 0, null)]);
        var seen = new HashSet<(int, int)> { (from.Id, Counted(length)) };
        for (var visited = 0; visited < MaxVisited && open.TryDequeue(out var visit); visited++)
        {
            if (visit.At.HasBlank && visit.Length >= min) return text.Append(visit.Text()).ToString();
            if (visit.Length == max || languages.IsExhausted) continue;
            foreach (var (codePoint, after) in alphabet.Steps(visit.At, random))
                if (seen.Add((after.Id, Counted(visit.Length + 1)))) open.Enqueue(new Visit(after, visit.Length + 1, codePoint, visit));
        }
        return null;
    }

    /// <summary>Without an upper bound all lengths beyond the lower one are alike.</summary>
    private int Counted(int length) => max == int.MaxValue ? Math.Min(length, min) : length;

    private sealed record Visit(TextLanguage At, int Length, int CodePoint, Visit? Before)
    {
        public string Text()
        {
            var runes = new Stack<string>();
            for (var visit = this; visit.Before is not null; visit = visit.Before) runes.Push(new Rune(visit.CodePoint).ToString());
            return string.Concat(runes);
        }
    }
}
