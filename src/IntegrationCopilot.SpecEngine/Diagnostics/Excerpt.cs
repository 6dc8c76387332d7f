using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Text of a document as a message may quote it: short, on one line, without control characters.</summary>
internal static class Excerpt
{
    private const int MaxLength = 80;
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    public static bool HasControl(string text) => text.AsSpan().ContainsAny(Controls);

    public static string Of(string text, int maxLength = MaxLength)
    {
        var cut = text.Length > maxLength ? text[..maxLength] + "…" : text;
        return HasControl(cut) ? string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : cut;
    }
}
