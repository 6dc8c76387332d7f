using System.Globalization;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes text languages, simplified as far as is cheap, and follows them character by character (Brzozowski, Derivatives of Regular Expressions, 1964). Not
/// thread-safe.
/// </summary>
/// <remarks>Bounded: when too many have been made, everything further is <see cref="Nothing"/> and <see cref="IsExhausted"/> tells.</remarks>
internal sealed class TextLanguages
{
    private const int MaxMade = 200_000;

    /// <summary>What has more parts costs too much to follow.</summary>
    private const int MaxParts = 100;
    private readonly Dictionary<string, TextLanguage> known = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Id, int CodePoint), TextLanguage> followed = [];
    private readonly Dictionary<CodePointSet, int> sets = new(ReferenceEqualityComparer.Instance);

    public TextLanguages()
    {
        Nothing = Get("0", id => new TextLanguage(id, TextLanguageKind.Nothing));
        Blank = Get("1", id => new TextLanguage(id, TextLanguageKind.Blank) { HasBlank = true });
        Any = One(CodePointSet.Of((0, 0x10FFFF)));
        All = Times(Any, 0, -1);
    }

    public TextLanguage Nothing { get; }

    public TextLanguage Blank { get; }

    /// <summary>Every text of one character.</summary>
    public TextLanguage Any { get; }

    /// <summary>Every text.</summary>
    public TextLanguage All { get; }

    public bool IsExhausted => known.Count >= MaxMade;

    /// <summary>Whether so many have been made that starting anew is better than going on.</summary>
    public bool IsFull => known.Count >= MaxMade / 2;

    /// <summary>What tells a set from others.</summary>
    public int NumberOf(CodePointSet set) => sets[set];

    public TextLanguage One(CodePointSet set)
    {
        if (set.IsEmpty) return Nothing;
        if (!sets.TryGetValue(set, out var number)) sets[set] = number = sets.Count;
        return Get($"c{number}", id => new TextLanguage(id, TextLanguageKind.One) { Set = set });
    }

    public TextLanguage Row(TextLanguage first, TextLanguage rest)
    {
        if (first == Nothing || rest == Nothing) return Nothing;
        if (first == Blank) return rest;
        if (rest == Blank) return first;
        if (first.Kind == TextLanguageKind.Row) return Row(first.Parts[0], Row(first.Parts[1], rest));
        if (first == All && rest == All) return All;
        return Get($"r{first.Id},{rest.Id}",
            id => new TextLanguage(id, TextLanguageKind.Row) { Parts = [first, rest], HasBlank = first.HasBlank && rest.HasBlank });
    }

    public TextLanguage Either(params IEnumerable<TextLanguage> parts)
    {
        var flat = Flat(parts, TextLanguageKind.Either).Where(p => p != Nothing).DistinctBy(p => p.Id).OrderBy(p => p.Id).ToList();
        if (flat.Contains(All)) return All;
        if (flat.Count > MaxParts) return Nothing;
        if (flat.Count < 2) return flat.Count == 0 ? Nothing : flat[0];
        return Get(Key('e', flat), id => new TextLanguage(id, TextLanguageKind.Either) { Parts = flat, HasBlank = flat.Exists(p => p.HasBlank) });
    }

    public TextLanguage Both(params IEnumerable<TextLanguage> parts)
    {
        var flat = Flat(parts, TextLanguageKind.Both).Where(p => p != All).DistinctBy(p => p.Id).OrderBy(p => p.Id).ToList();
        if (flat.Contains(Nothing) || flat.Count > MaxParts) return Nothing;
        if (flat.Count < 2) return flat.Count == 0 ? All : flat[0];
        if (flat.Contains(Blank)) return flat.TrueForAll(p => p.HasBlank) ? Blank : Nothing;
        if (flat.Exists(p => p.Kind == TextLanguageKind.Except && flat.Contains(p.Parts[0]))) return Nothing;
        return Get(Key('b', flat), id => new TextLanguage(id, TextLanguageKind.Both) { Parts = flat, HasBlank = flat.TrueForAll(p => p.HasBlank) });
    }

    public TextLanguage Except(TextLanguage part)
    {
        if (part.Kind == TextLanguageKind.Except) return part.Parts[0];
        if (part == Nothing) return All;
        if (part == All) return Nothing;
        return Get($"x{part.Id}", id => new TextLanguage(id, TextLanguageKind.Except) { Parts = [part], HasBlank = !part.HasBlank });
    }

    public TextLanguage Times(TextLanguage part, int min, int max)
    {
        if (max == 0 || part == Blank) return Blank;
        if (part == Nothing) return min == 0 ? Blank : Nothing;
        if (min == 1 && max == 1) return part;
        if (part.HasBlank) min = 0;
        return Get($"t{part.Id},{min},{max}", id => new TextLanguage(id, TextLanguageKind.Times) { Parts = [part], Min = min, Max = max, HasBlank = min == 0 });
    }

    /// <summary>What may follow once a character has been taken.</summary>
    public TextLanguage After(TextLanguage language, int codePoint)
    {
        if (language.Kind is TextLanguageKind.Nothing or TextLanguageKind.Blank) return Nothing;
        if (language.Kind == TextLanguageKind.One) return language.Set!.Contains(codePoint) ? Blank : Nothing;
        if (followed.TryGetValue((language.Id, codePoint), out var after)) return after;
        if (IsExhausted) return Nothing;
        after = language.Kind switch
        {
            TextLanguageKind.Row => AfterRow(language, codePoint),
            TextLanguageKind.Either => Either(language.Parts.Select(p => After(p, codePoint)).ToList()),
            TextLanguageKind.Both => Both(language.Parts.Select(p => After(p, codePoint)).ToList()),
            TextLanguageKind.Except => Except(After(language.Parts[0], codePoint)),
            _ => Row(After(language.Parts[0], codePoint), Times(language.Parts[0], Math.Max(0, language.Min - 1), language.Max < 0 ? -1 : language.Max - 1)),
        };
        if (followed.Count < MaxMade * 4) followed[(language.Id, codePoint)] = after;
        return after;
    }

    /// <summary>The sets that decide what the first character leads to.</summary>
    public static void CollectFirst(TextLanguage language, HashSet<CodePointSet> found)
    {
        switch (language.Kind)
        {
            case TextLanguageKind.One: found.Add(language.Set!); break;
            case TextLanguageKind.Row:
                CollectFirst(language.Parts[0], found);
                if (language.Parts[0].HasBlank) CollectFirst(language.Parts[1], found);
                break;
            default:
                foreach (var part in language.Parts) CollectFirst(part, found);
                break;
        }
    }

    private TextLanguage AfterRow(TextLanguage language, int codePoint)
    {
        var (first, rest) = (language.Parts[0], language.Parts[1]);
        var after = Row(After(first, codePoint), rest);
        return first.HasBlank ? Either(after, After(rest, codePoint)) : after;
    }

    private static IEnumerable<TextLanguage> Flat(IEnumerable<TextLanguage> parts, TextLanguageKind kind) =>
        parts.SelectMany(p => p.Kind == kind ? p.Parts : [p]);

    private static string Key(char kind, List<TextLanguage> parts) => kind + string.Join(',', parts.Select(p => p.Id.ToString(CultureInfo.InvariantCulture)));

    private TextLanguage Get(string key, Func<int, TextLanguage> make)
    {
        if (known.TryGetValue(key, out var language)) return language;
        if (IsExhausted) return Nothing;
        known[key] = language = make(known.Count);
        return language;
    }
}
