using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// Keeps U+0085, U+2028 and U+2029 from the parser, which takes them for line breaks as YAML 1.1 did.
/// In YAML 1.2 they are ordinary characters (YAML 1.2.2, section 5.4).
/// </summary>
/// <remarks>Each is exchanged for a private-use character the text does not contain, so positions stay the same.</remarks>
internal sealed class YamlLineBreaks
{
    private static readonly char[] Breaks = ['\u0085', '\u2028', '\u2029'];
    private static readonly SearchValues<char> BreakSet = SearchValues.Create(Breaks);
    private readonly char[] standIns;

    private YamlLineBreaks(char[] standIns) => this.standIns = standIns;

    public static YamlLineBreaks Of(string text)
    {
        if (!text.AsSpan().ContainsAny(BreakSet)) return new YamlLineBreaks([]);
        var used = text.Where(c => c is >= '\uE000' and <= '\uF8FF').ToHashSet();
        var free = Enumerable.Range(0xE000, 0xF8FF - 0xE000 + 1).Select(c => (char)c).Where(c => !used.Contains(c)).Take(Breaks.Length).ToArray();
        return new YamlLineBreaks(free.Length == Breaks.Length ? free : []);
    }

    public string Hide(string text) => Exchange(text, Breaks, standIns);

    public string Restore(string text) => Exchange(text, standIns, Breaks);

    private string Exchange(string text, char[] from, char[] to)
    {
        for (var i = 0; i < standIns.Length; i++) text = text.Replace(from[i], to[i]);
        return text;
    }
}
