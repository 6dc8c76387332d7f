using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Turns what the YAML parser throws into a problem a person can act on.</summary>
internal static class YamlErrors
{
    public static YamlStop Describe(YamlException error, YamlSource source)
    {
        var position = (int)Math.Min(error.Start.Index, source.Text.Length);
        return error.Message.Contains("tab", StringComparison.Ordinal) && FirstIndentingTab(source.Text, position) is { } tab
            ? new YamlStop(YamlRules.Tab, source.Position(tab))
            : new YamlStop(YamlRules.Syntax, source.Position(position), Excerpt.Of(error.Message.TrimEnd('.')));
    }

    /// <summary>
    /// A syntax error for an exception that says nothing, at the first line after the last event: the one such text known has lines within brackets that stand
    /// too far left.
    /// </summary>
    public static YamlException OfBare(Exception error, ParsingEvent? last, string text)
    {
        var end = (int)Math.Min(last?.End.Index ?? 0, text.Length);
        var line = text.IndexOf('\n', end);
        var at = line < 0 ? end : line + 1;
        while (at < text.Length && text[at] is ' ' or '\r' or '\n') at++;
        return new YamlException(new Mark(at, 1, 1), new Mark(at, 1, 1), "text within brackets or braces must be indented further than the block around them",
            error);
    }

    /// <summary>The first tab that indents a line, from the line that holds a position on: the parser names the place it was at, not the tab.</summary>
    private static int? FirstIndentingTab(string text, int position)
    {
        var line = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        while (true)
        {
            var at = line;
            while (at < text.Length && text[at] == ' ') at++;
            if (at < text.Length && text[at] == '\t') return at;
            line = text.IndexOf('\n', line) + 1;
            if (line == 0) return null;
        }
    }
}
