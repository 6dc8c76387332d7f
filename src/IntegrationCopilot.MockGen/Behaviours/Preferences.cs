using System.Globalization;
using System.Text;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// What a request asks of the mock with <c>Prefer</c> (RFC 7240): <c>code</c>, <c>example</c>, <c>dynamic</c>, <c>delay</c> in milliseconds and
/// <c>retry-after</c> in seconds. What cannot be understood is ignored, as section 2 says.
/// </summary>
internal sealed record Preferences
{
    public static readonly Preferences None = new();
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.OrdinalIgnoreCase);

    public int? Status { get; init; }

    public string? Example { get; init; }

    public bool Dynamic { get; init; }

    public TimeSpan Delay { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>Reads the combined value of all <c>Prefer</c> fields.</summary>
    public static Preferences Parse(string? header) => Of(Read(header));

    /// <summary>What the preferences the mock knows say.</summary>
    public static Preferences Of(IReadOnlyDictionary<string, string> given) => given.Count == 0 ? None : new Preferences
    {
        Status = Number(given, "code", 200, 599),
        Example = given.TryGetValue("example", out var example) && example.Length > 0 ? example : null,
        Dynamic = given.TryGetValue("dynamic", out var dynamic) && (dynamic.Length == 0 || dynamic.Equals("true", StringComparison.OrdinalIgnoreCase)),
        Delay = TimeSpan.FromMilliseconds(Number(given, "delay", 0, int.MaxValue) ?? 0),
        RetryAfterSeconds = Number(given, "retry-after", 0, int.MaxValue),
    };

    /// <summary>Those of a known name whose value is none for them.</summary>
    public static IEnumerable<MisreadPreference> MisreadIn(IReadOnlyDictionary<string, string> given) =>
        Takes.Where(t => given.TryGetValue(t.Name, out var text) && !t.IsTaken(text)).Select(t => new MisreadPreference(t.Name, given[t.Name], t.Values));

    private static readonly HashSet<string> Own =
        new(StringComparer.OrdinalIgnoreCase) { "code", "example", "dynamic", "delay", "retry-after", "timeout", "delivery" };

    private static readonly (string Name, Func<string, bool> IsTaken, string Values)[] Takes =
    [
        ("code", text => Number(text, 200, 599) is not null, "a status from 200 to 599"),
        ("example", text => text.Length > 0, "the name of an example"),
        ("dynamic", text => text.Length == 0 || bool.TryParse(text, out _), "true or false"),
        ("delay", text => Number(text, 0, int.MaxValue) is not null, "whole milliseconds"),
        ("retry-after", text => Number(text, 0, int.MaxValue) is not null, "whole seconds"),
    ];

    /// <summary>All preferences by name, known or not. Of one given twice the first counts.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return Nothing;
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in Split(header, ','))
            if (Split(item, ';') is [var first, ..] && Split(first, '=') is [var name, ..] parts)
                given.TryAdd(name.Trim(), parts.Count < 2 ? "" : Unquote(first[(name.Length + 1)..].Trim()));
        return given;
    }

    /// <summary>A <c>Prefer</c> field without what the mock itself takes: what is left is the described API's; null when nothing is.</summary>
    public static string? OfApi(string? header)
    {
        if (header is null) return null;
        var left = Split(header, ',').Select(item => item.Trim()).Where(item => !Own.Contains(Split(Split(item, ';')[0], '=')[0].Trim())).ToList();
        return left.Count == 0 ? null : string.Join(", ", left);
    }

    private static int? Number(IReadOnlyDictionary<string, string> given, string name, int min, int max) =>
        given.TryGetValue(name, out var text) ? Number(text, min, max) : null;

    private static int? Number(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null;

    /// <summary>Splits at a separator outside quoted strings.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\') i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == separator && !quoted)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }
        parts.Add(text[start..]);
        return parts;
    }

    private static string Unquote(string word)
    {
        if (word.Length < 2 || word[0] != '"' || word[^1] != '"') return word;
        var plain = new StringBuilder(word.Length);
        for (var i = 1; i < word.Length - 1; i++)
        {
            if (word[i] == '\\' && i + 1 < word.Length - 1) i++;
            plain.Append(word[i]);
        }
        return plain.ToString();
    }
}

/// <summary>A preference that is ignored, because its value is none for it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value given.</param>
/// <param name="Takes">What it takes, for people.</param>
internal sealed record MisreadPreference(string Name, string Value, string Takes);
