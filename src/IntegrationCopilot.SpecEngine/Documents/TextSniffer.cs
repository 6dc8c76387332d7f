using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Looks at the first characters of a text for what it is: JSON, something else people save by mistake, or else YAML.</summary>
internal static class TextSniffer
{
    private const int Look = 1024;

    /// <summary>The problem with text that is neither JSON nor YAML; null for text worth parsing.</summary>
    public static SpecProblem? Refuse(ReadOnlyMemory<byte> utf8, string name)
    {
        var start = FirstMeaningful(utf8.Span);
        if (start == utf8.Length) return SpecRules.Empty.At(new SourceLocation(name, "", 1, 1), utf8.IsEmpty ? "" : ": it holds nothing but blanks");
        if (utf8.Span[start] != '<') return null;
        var (line, column) = TextPositions.OfUtf8(utf8).At(start);
        return SpecRules.Markup.At(new SourceLocation(name, "", line, column), Markup(utf8.Span[start..]));
    }

    /// <summary>Whether the text begins as a JSON object or list does.</summary>
    public static bool LooksLikeJson(ReadOnlySpan<byte> utf8) =>
        FirstMeaningful(utf8) is var start && start < utf8.Length && utf8[start] is (byte)'{' or (byte)'[';

    private static int FirstMeaningful(ReadOnlySpan<byte> utf8)
    {
        var at = utf8.IndexOfAnyExcept(" \t\r\n"u8);
        return at < 0 ? utf8.Length : at;
    }

    private static string Markup(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(Look, utf8.Length)]);
        if (Holds(text, "<!doctype html") || Holds(text, "<html")) return "an HTML page, perhaps a sign-in or error page";
        if (Holds(text, "definitions") && Holds(text, "wsdl")) return "XML (a WSDL description)";
        return Holds(text, "wadl") ? "XML (a WADL description)" : "XML";
    }

    private static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
