using YamlDotNet.Core;

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
