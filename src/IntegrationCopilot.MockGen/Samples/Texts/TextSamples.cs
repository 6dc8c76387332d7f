using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes texts for a schema: by format, by the member's name, by pattern, or plain words fitted to the length asked for; and by searching where several conditions meet.</summary>
internal sealed class TextSamples(SchemaView view, SampleCarrier carrier)
{
    private const int LongestMade = 100_000;

    /// <summary>Texts whose length fits and that can be carried; whether patterns and formats accept them is for the caller to verify. The natural ones first.</summary>
    public IEnumerable<JsonNode> Candidates(SamplePlace place)
    {
        var min = Math.Max(view.MinLength, carrier.TextPattern(place.Depth > 0) is null ? 0 : 1);
        var max = view.MaxLength;
        if (min > max || min > LongestMade) yield break;
        foreach (var text in Texts(place, min, max))
            if (Length(text) is var length && length >= min && length <= max && carrier.CarriesText(text, place.Depth > 0)) yield return JsonValue.Create(text);
    }

    /// <summary>A text that comes near: of the right kind, whatever its length.</summary>
    public JsonNode Nearest(SamplePlace place) =>
        JsonValue.Create(Texts(place, 0, LongestMade).FirstOrDefault() ?? WordPools.Word(place.Random));

    /// <summary>Whether what is made has to be looked at by the schema.</summary>
    public bool MustVerify => view.Patterns.Any() || view.Formats.Any() || carrier.TextPattern(inside: false) is not null;

    private IEnumerable<string> Texts(SamplePlace place, int min, int max)
    {
        var random = place.Random;
        foreach (var format in Formats())
            if (FormatSamples.Make(format, place) is { } formatted) yield return formatted;
        var grammars = Formats().Select(FormatGrammars.Of).Where(g => g.Count > 0).ToList();
        var patterns = view.Patterns.Select(PatternCache.Find).OfType<EcmaPattern>().ToList();
        if (grammars.Count > 0)
            foreach (var text in Search(patterns, grammars, place, min, max)) yield return text;
        if ((DateTexts.OfName(place) ?? NamedSamples.Text(place.Name, random)) is { } named) yield return patterns.Count > 0 ? named : Fit(named, min, max, random);
        foreach (var text in Patterned(patterns, grammars, place, min, max)) yield return text;
        yield return Fit(WordPools.Word(random), min, max, random);
        if (patterns.Count > 0) yield return Fit("1", min, max, random);
        else if (MustVerify || view.Parts.Any(p => p.Part.ForbiddenPattern is not null))
            foreach (var text in Search(patterns, grammars, place, min, max)) yield return text;
    }

    private IEnumerable<string> Patterned(List<EcmaPattern> patterns, List<IReadOnlyList<string>> grammars, SamplePlace place, int min, int max)
    {
        if (patterns.Count == 0) yield break;
        if (!patterns.Exists(p => PatternLanguage.LooksAround(Inner(p.Syntax))))
            foreach (var text in PatternText.Candidates(patterns[0].Syntax, min, max, place.Random)) yield return text;
        foreach (var text in Search(patterns, grammars, place, min, max)) yield return text;
        foreach (var pattern in patterns)
            foreach (var text in PatternText.Candidates(pattern.Syntax, min, max, place.Random)) yield return text;
    }

    /// <summary>The pattern without the anchors at its ends, which going through it once respects.</summary>
    private static PatternNode Inner(PatternNode syntax) => syntax is PatternNode.Sequence sequence
        ? new PatternNode.Sequence([.. sequence.Parts.Where((p, i) => !(p is PatternNode.Assertion && (i == 0 || i == sequence.Parts.Count - 1)))])
        : syntax;

    /// <summary>Searches with the plain grammar of each format, then with the wide one.</summary>
    private IEnumerable<string> Search(List<EcmaPattern> patterns, List<IReadOnlyList<string>> grammars, SamplePlace place, int min, int max)
    {
        for (var width = 0; width < Math.Max(1, grammars.Select(g => g.Count).DefaultIfEmpty().Max()); width++)
        {
            var used = grammars.Select(g => g[Math.Min(width, g.Count - 1)]).Append(carrier.TextPattern(place.Depth > 0)).OfType<string>().ToList();
            foreach (var text in SearchFor(patterns, used, min, max, place.Random)) yield return text;
        }
    }

    private IEnumerable<string> SearchFor(List<EcmaPattern> patterns, List<string> grammars, int min, int max, SampleRandom random)
    {
        if (patterns.Exists(p => BackReferences.AreIn(p.Syntax)))
            return new TextSearch([.. patterns.Select(p => BackReferences.Fill(p.Syntax, random)), .. Trees(grammars)], Forbidden(), min, max).Find(random);
        var search = view.Keep((typeof(TextSearch), string.Join('\n', grammars), min), v => new TextSearch([.. patterns.Select(p => p.Syntax), .. Trees(grammars)], Forbidden(), min, max));
        return search.Find(random);
    }

    private IEnumerable<PatternNode> Forbidden() => Trees(view.Parts.Select(p => p.Part.ForbiddenPattern).OfType<string>());

    private static IEnumerable<PatternNode> Trees(IEnumerable<string> patterns) => patterns.Select(PatternCache.Find).OfType<EcmaPattern>().Select(p => p.Syntax);

    private IEnumerable<string> Formats() => view.Formats.Concat(view.Parts.Select(p => p.Part.ContentEncoding).OfType<string>());

    private static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Cut or filled up to the length asked for.</summary>
    private static string Fit(string text, int min, int max, SampleRandom random)
    {
        var fitted = new StringBuilder(text.Length > max ? text[..max].TrimEnd() : text);
        while (fitted.Length < min) fitted.Append((char)('a' + random.Next(26)));
        return fitted.ToString();
    }
}
