namespace IntegrationCopilot.SpecEngine;

/// <summary>Text of a document as a message may quote it: short, on one line, without control characters.</summary>
internal static class Excerpt
{
    private const int MaxLength = 80;

    public static string Of(string text, int maxLength = MaxLength)
    {
        var cut = text.Length > maxLength ? text[..maxLength] + "…" : text;
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : cut;
    }
}
