using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Texts that are too short or too long, do not match their pattern, or have not their format.</summary>
internal static class TextBreaks
{
    /// <summary>What is longer is a burden, not a test.</summary>
    private const int LongestText = 20_000;

    /// <summary>Formats whose texts a standard determines to the letter; of others servers judge differently.</summary>
    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        ["date-time"] = "2026-13-45T99:99:99Z", ["date"] = "2026-13-45", ["time"] = "99:99:99Z", ["uuid"] = "not-a-uuid", ["ipv4"] = "999.999.999.999",
        ["ipv6"] = "gggg::1", ["email"] = "nobody", ["uri"] = "no uri", ["hostname"] = "-no host-", ["duration"] = "soon",
    };

    private static readonly HashSet<string> Loose = new(StringComparer.Ordinal) { "email", "uri", "hostname", "duration", "time" };

    private static readonly string[] Odd = ["!", "~~~~", "0", "zz zz", "#", "-", "%%%%%%%%", "A", "é"];

    public static IEnumerable<SchemaBreak> Of(IReadOnlyList<RawNode> schemas, string text) =>
        Lengths(schemas, text).Concat(Patterns(schemas, text)).Concat(FormatsOf(schemas));

    private static IEnumerable<SchemaBreak> Lengths(IReadOnlyList<RawNode> schemas, string text)
    {
        var longest = KeywordView.Find(schemas, "maxLength");
        if (longest.GetInt64() is { } most and >= 0 and < LongestText)
            yield return Length("maxLength", most, Longer(text, (int)most + 1), longest, "long");
        var shortest = KeywordView.Find(schemas, "minLength");
        if (shortest.GetInt64() is { } least and > 0 and < LongestText)
            yield return Length("minLength", least, text.Length >= least ? Shorter(text, (int)least - 1) : "", shortest, "short");
    }

    private static SchemaBreak Length(string keyword, long bound, string value, RawNode source, string variant) =>
        new(RuleKind.Length, keyword, JsonValue.Create(value), $"{keyword} {bound}", source) { Variant = variant };

    /// <summary>More of the last letter keeps to most patterns and formats.</summary>
    public static string Longer(string text, int length)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && text.Length < length) return $"{new string('a', length - text.Length)}{text}";
        var last = text.Length == 0 || char.IsSurrogate(text[^1]) ? 'a' : text[^1];
        return text.Length >= length ? text[..length] : text.PadRight(length, last);
    }

    private static string Shorter(string text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];

    private static IEnumerable<SchemaBreak> Patterns(IReadOnlyList<RawNode> schemas, string text)
    {
        var pattern = KeywordView.Find(schemas, "pattern");
        if (pattern.GetString() is not { } wanted || PatternCache.Find(wanted) is not { } compiled) yield break;
        var candidates = Odd.Concat(Odd.Select(odd => Longer(odd, Math.Max(1, text.Length)))).Append($"{text}!").Append($"!{text}");
        foreach (var candidate in candidates.Distinct())
            if (compiled.IsMatch(candidate) == false)
                yield return new(RuleKind.Pattern, "pattern", JsonValue.Create(candidate), $"pattern {wanted}", pattern);
    }

    private static IEnumerable<SchemaBreak> FormatsOf(IReadOnlyList<RawNode> schemas)
    {
        var format = KeywordView.Find(schemas, "format");
        if (format.GetString() is { } name && Formats.TryGetValue(name, out var broken))
            yield return new(RuleKind.Format, "format", JsonValue.Create(broken), $"format {name}", format)
                { Strength = Loose.Contains(name) ? GroundStrength.Advisory : GroundStrength.Firm };
    }
}
