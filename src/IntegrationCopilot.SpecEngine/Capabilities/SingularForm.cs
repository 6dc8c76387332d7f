using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The singular of English nouns as they stand in paths and names. The one singular form of the product.</summary>
/// <remarks>Words in lower case. A word that is no plural, or may not be one, stays as it is: <c>status</c>, <c>address</c>, <c>news</c>,
/// <c>data</c>.</remarks>
internal static class SingularForm
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["people"] = "person", ["children"] = "child", ["men"] = "man", ["women"] = "woman", ["feet"] = "foot", ["mice"] = "mouse",
        ["indices"] = "index", ["matrices"] = "matrix", ["vertices"] = "vertex", ["appendices"] = "appendix", ["criteria"] = "criterion",
        ["analyses"] = "analysis", ["bases"] = "base", ["crises"] = "crisis", ["diagnoses"] = "diagnosis", ["hypotheses"] = "hypothesis", ["theses"] = "thesis",
        ["axes"] = "axis", ["quizzes"] = "quiz", ["halves"] = "half", ["shelves"] = "shelf", ["knives"] = "knife", ["wolves"] = "wolf", ["lives"] = "life",
        ["selves"] = "self",
        ["heroes"] = "hero", ["echoes"] = "echo", ["potatoes"] = "potato", ["tomatoes"] = "tomato", ["vetoes"] = "veto", ["cargoes"] = "cargo",
        ["movies"] = "movie", ["cookies"] = "cookie", ["ties"] = "tie", ["pies"] = "pie", ["zombies"] = "zombie", ["selfies"] = "selfie",
        ["calories"] = "calorie", ["rookies"] = "rookie",
        ["caches"] = "cache", ["headaches"] = "headache", ["niches"] = "niche", ["menus"] = "menu", ["gases"] = "gas", ["lenses"] = "lens", ["taxis"] = "taxi",
        ["emojis"] = "emoji",
        ["apis"] = "api", ["uris"] = "uri", ["wikis"] = "wiki", ["skis"] = "ski", ["guis"] = "gui", ["clis"] = "cli", ["cpus"] = "cpu", ["gpus"] = "gpu",
        ["skus"] = "sku", ["gnus"] = "gnu",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Same = FrozenSet.Create(StringComparer.Ordinal,
        "news", "series", "species", "status", "address", "data", "media", "analysis", "sms", "dns", "https", "aws", "gps", "pos", "rss", "css", "tls", "sms",
        "kudos", "chaos",
        "alias", "canvas", "atlas", "bias", "gas", "christmas", "lens", "always", "plus", "progress", "access", "business", "process", "sales", "goods", "mms",
        "ids", "os", "ios", "vs",
        "basis", "axis", "this", "is", "has", "as", "sos", "mbps", "vps", "saas", "iaas", "paas", "maas", "dhcps", "ics", "vcs", "ipos", "nas", "dbaas",
        "logistics", "analytics", "statistics",
        "metadata", "metrics" /* told apart below */, "physics", "graphics", "ethics", "diagnostics", "windows");

    private static readonly FrozenSet<string> EndInUs = FrozenSet.Create(StringComparer.Ordinal,
        "statuses", "buses", "bonuses", "viruses", "campuses", "corpuses", "censuses", "focuses", "nexuses", "radiuses", "surpluses", "choruses", "circuses",
        "genuses", "sinuses", "pluses",
        "aliases", "canvases", "atlases", "biases", "gases", "lenses");

    /// <summary>The singular of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (word.Length < 3 || word[^1] is not ('s' or 'n' or 'e' or 'a' or 't')) return word;
        if (Irregular.TryGetValue(word, out var irregular)) return irregular;
        if (word is "metrics") return "metric";
        if (word[^1] != 's' || Same.Contains(word)) return word;
        if (EndInUs.Contains(word)) return word[..^2];
        return word switch
        {
            [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
            [.., 's', 's', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 't', 'c', 'h', 'e', 's'] => word[..^2],
            [.., 'c', 'h', 'e', 's'] => word[..^2],
            [.., _, _, 'i', 'e', 's'] => word[..^3] + "y",
            _ => word[..^1],
        };
    }

    /// <summary>Whether a word is a plural.</summary>
    public static bool IsPlural(string word) => !string.Equals(Of(word), word, StringComparison.Ordinal);
}
