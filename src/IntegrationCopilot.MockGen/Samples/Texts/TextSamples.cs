using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes texts for a schema: by format, by the member's name, by pattern, or plain words fitted to the length asked for; and by searching where several
/// conditions meet.
/// </summary>
internal sealed class TextSamples(SchemaView view, SampleCarrier carrier)
{
    private const int LongestMade = 100_000;
    private readonly TextDemands asked = view.Texts;

    /// <summary>
    /// Texts whose length fits and that can be carried; whether patterns and formats accept them is for the caller to verify. The natural ones first.
    /// </summary>
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
    public bool MustVerify => asked.MustVerify || carrier.TextPattern(inside: false) is not null;

    private IEnumerable<string> Texts(SamplePlace place, int min, int max)
    {
        var random = place.Random;
        foreach (var quoted in view.Parts.SelectMany(part => DescribedTexts.Of(part.Part.Node["description"].GetString())))
            if (!IsUnpadded(quoted)) yield return quoted;
        foreach (var format in asked.Formats)
            if (FormatSamples.Make(format, place) is { } formatted) yield return formatted;
        if (asked.Formats.Count == 0 && asked.Patterns.Count == 0 && Told() is { } told && FormatSamples.Make(told, place) is { } spoken) yield return spoken;
        if (asked.Grammars.Count > 0)
            foreach (var text in Search(place, min, max)) yield return text;
        if ((DateTexts.OfName(place) ?? NamedSamples.Text(place.Name, random)) is { } named)
            yield return asked.Patterns.Count > 0 ? named : Fit(named, min, max, random);
        if (asked.Patterns.Count > 0)
            foreach (var text in Patterned(place, min, max)) yield return text;
        yield return Fit(WordPools.Word(random), min, max, random);
        if (asked.Patterns.Count > 0) yield return Fit("1", min, max, random);
        else if (MustVerify || asked.Forbidden.Count > 0)
            foreach (var text in Search(place, min, max)) yield return text;
    }

    /// <summary>The format that the descriptions tell, of items that of their list.</summary>
    private string? Told() => view.Parts.Select(part => part.Part.Node).Select(node => DescribedTexts.FormatIn(node["description"].GetString())
        ?? (node.Name == "items" ? DescribedTexts.FormatIn(node.Parent["description"].GetString()) : null)).FirstOrDefault(format => format is not null);

    /// <summary>Base64 without padding, which some readers refuse (RFC 4648, section 3.2), and which is rather a text that the description speaks of.</summary>
    private bool IsUnpadded(string text) => text.Length % 4 != 0 && asked.Formats.Any(format => format is "byte" or "base64");

    private IEnumerable<string> Patterned(SamplePlace place, int min, int max)
    {
        if (asked.IsPlain)
            foreach (var text in PatternText.Candidates(asked.Patterns[0].Syntax, min, max, place.Random)) yield return text;
        foreach (var text in Search(place, min, max)) yield return text;
        foreach (var pattern in asked.Patterns)
            foreach (var text in PatternText.Candidates(pattern.Syntax, min, max, place.Random)) yield return text;
    }

    /// <summary>Searches with the plain grammar of each format, then with the wide one.</summary>
    private IEnumerable<string> Search(SamplePlace place, int min, int max)
    {
        var grammars = asked.Grammars;
        for (var width = 0; width < Math.Max(1, grammars.Select(g => g.Count).DefaultIfEmpty().Max()); width++)
        {
            var used = grammars.Select(g => g[Math.Min(width, g.Count - 1)]).Append(carrier.TextPattern(place.Depth > 0)).OfType<string>().ToList();
            foreach (var text in SearchFor(used, min, max, place.Random)) yield return text;
        }
    }

    private IEnumerable<string> SearchFor(List<string> grammars, int min, int max, SampleRandom random)
    {
        var patterns = asked.Patterns;
        if (patterns.Any(p => BackReferences.AreIn(p.Syntax)))
            return new TextSearch([.. patterns.Select(p => BackReferences.Fill(p.Syntax, random)), .. Trees(grammars)], Forbidden(), min, max).Find(random);
        var search = view.Keep((typeof(TextSearch), string.Join('\n', grammars), min),
            v => new TextSearch([.. patterns.Select(p => p.Syntax), .. Trees(grammars)], Forbidden(), min, max));
        return search.Find(random);
    }

    private IEnumerable<PatternNode> Forbidden() => Trees(asked.Forbidden);

    private static IEnumerable<PatternNode> Trees(IEnumerable<string> patterns) =>
        patterns.Select(PatternCache.Find).OfType<EcmaPattern>().Select(p => p.Syntax);

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes()) length++;
        return length;
    }

    /// <summary>Cut or filled up to the length asked for.</summary>
    private static string Fit(string text, int min, int max, SampleRandom random)
    {
        if (text.Length >= min && text.Length <= max) return text;
        var fitted = new StringBuilder(text.Length > max ? text[..max].TrimEnd() : text);
        while (fitted.Length < min) fitted.Append((char)('a' + random.Next(26)));
        return fitted.ToString();
    }
}
