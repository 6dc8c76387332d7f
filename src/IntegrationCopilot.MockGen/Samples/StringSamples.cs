using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes texts for a schema: by format, by the member's name, by pattern, or plain words fitted to the length asked for.</summary>
internal static class StringSamples
{
    private const int LongestMade = 100_000;

    /// <summary>Texts whose length fits; whether patterns and formats accept them is for the caller to verify. The natural ones first.</summary>
    public static IEnumerable<JsonNode> Candidates(SchemaView view, SamplePlace place)
    {
        var min = view.AtLeast("minLength");
        var max = view.AtMost("maxLength");
        if (min > max || min > LongestMade) yield break;
        foreach (var text in Texts(view, place, min, max))
            if (Length(text) is var length && length >= min && length <= max) yield return JsonValue.Create(text);
    }

    private static IEnumerable<string> Texts(SchemaView view, SamplePlace place, int min, int max)
    {
        var random = place.Random;
        foreach (var format in view.All("format").Select(f => f.GetString()).OfType<string>())
            if (FormatSamples.Make(format, random) is { } formatted) yield return formatted;
        var patterned = view.All("pattern").Any();
        if (NamedSamples.Text(place.Name, random) is { } named) yield return patterned ? named : Fit(named, min, max, random);
        foreach (var pattern in view.All("pattern").Select(p => p.GetString()).OfType<string>())
            if (PatternParser.Parse(pattern) is { } tree)
                foreach (var text in PatternText.Candidates(tree, min, max, random)) yield return text;
        yield return Fit(NamedSamples.Word(random), min, max, random);
        if (patterned) yield return Fit("1", min, max, random);
    }

    private static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Cut or filled up to the length asked for.</summary>
    private static string Fit(string text, int min, int max, SampleRandom random)
    {
        var fitted = new StringBuilder(text.Length > max ? text[..max].TrimEnd() : text);
        while (fitted.Length < min) fitted.Append((char)('a' + random.Next(26)));
        return fitted.ToString();
    }
}
