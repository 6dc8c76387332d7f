using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>Scripts and binary properties of the Unicode Character Database that the platform does not offer.</summary>
internal static class UnicodeScripts
{
    private static readonly Lazy<Dictionary<string, string>> Lines = new(Load);

    public static CodePointSet? Find(string property, string value) => property is "Script" or "sc" ? Get("sc " + value) : null;

    public static CodePointSet? FindBinary(string name) => Get("bin " + name);

    private static CodePointSet? Get(string key) => Lines.Value.TryGetValue(key, out var ranges) ? CodePointSet.Of(ranges.Split(',').Select(Range)) : null;

    private static (int First, int Last) Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Hex(text), Hex(text)) : (Hex(text[..dash]), Hex(text[(dash + 1)..]));
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Lines have the form <c>kind Name Alias:ranges</c>.</summary>
    private static Dictionary<string, string> Load()
    {
        Dictionary<string, string> lines = new(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(UnicodeScripts).Assembly.GetManifestResourceStream("UnicodeProperties.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var names = line[..colon].Split(' ');
            foreach (var name in names.Skip(1)) lines[$"{names[0]} {name}"] = line[(colon + 1)..];
        }
        return lines;
    }
}
