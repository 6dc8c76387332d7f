using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds characters YAML does not allow (YAML 1.2.2, section 5.1).</summary>
internal static class YamlCharacters
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))]);

    /// <summary>Reports the first such character.</summary>
    /// <returns>Whether the text can be read nevertheless.</returns>
    public static bool Check(string text, string name, TextPositions positions, List<SpecProblem> problems)
    {
        var at = text.AsSpan().IndexOfAny(Forbidden);
        if (at < 0) return true;
        var nul = text.IndexOf('\0', at);
        var (line, column) = positions.At(nul < 0 ? at : nul);
        var where = new SourceLocation(name, "", line, column);
        problems.Add(nul < 0 ? YamlRules.ControlCharacter.At(where, (int)text[at]) : YamlRules.Nul.At(where));
        return nul < 0;
    }
}
