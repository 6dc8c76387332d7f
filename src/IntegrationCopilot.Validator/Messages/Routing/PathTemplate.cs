using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>A path template taken apart.</summary>
/// <param name="Segments">Its segments; the one after a trailing slash is an empty literal.</param>
/// <param name="RestName">Name of a last parameter that takes all remaining segments (<c>{path+}</c>, <c>{path*}</c>, <c>{+path}</c>); null in most
/// templates.</param>
internal sealed record PathTemplate(IReadOnlyList<TemplateSegment> Segments, string? RestName)
{
    /// <summary>Names of its parameters in order.</summary>
    public IEnumerable<string> Names => [.. Segments.SelectMany(segment => segment.Names), .. RestName is { } rest ? (string[])[rest] : []];

    /// <summary>Takes a template apart. Anything is a template: braces that are not closed are literal text.</summary>
    /// <param name="template">The path without query and fragment.</param>
    public static PathTemplate Parse(ReadOnlySpan<char> template)
    {
        var segments = new List<TemplateSegment>();
        string? rest = null;
        if (template.StartsWith('/')) template = template[1..];
        foreach (var text in SplitSegments(template.ToString()))
        {
            var segment = ParseSegment(text);
            if (segment.IsParameter && IsRest(segment.Names[0])) rest = BareName(segment.Names[0]);
            else segments.Add(segment);
            if (rest is not null) break;
        }
        return new PathTemplate(segments, rest);
    }

    /// <summary>A parameter's name without the marks some gateways add to it.</summary>
    public static string BareName(string name) => name.Trim('+', '*');

    private static bool IsRest(string name) => name.StartsWith('+') || name.EndsWith('+') || name.EndsWith('*');

    /// <summary>Splits at slashes outside braces.</summary>
    private static IEnumerable<string> SplitSegments(string template)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{') depth++;
            else if (template[i] == '}') depth = Math.Max(0, depth - 1);
            else if (template[i] == '/' && (depth == 0 || template.IndexOf('}', i) < 0))
            {
                yield return template[start..i];
                start = i + 1;
                depth = 0;
            }
        }
        yield return template[start..];
    }

    /// <summary>Takes the value of a query field apart, which a template may have as well.</summary>
    public static TemplateSegment ParseSegment(string text)
    {
        var literals = new List<string>();
        var names = new List<string>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var close = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (close < 0)
            {
                literal.Append(text[at++]);
                continue;
            }
            var name = text[(at + 1)..close].Trim();
            at = close + 1;
            // RFC 6570 query expressions belong to the query, not to the path.
            if (name.StartsWith('?') || name.StartsWith('&')) continue;
            literals.Add(PercentCoding.Decode(literal.ToString()));
            literal.Clear();
            names.Add(name);
        }
        literals.Add(PercentCoding.Decode(literal.ToString()));
        return new TemplateSegment([.. literals], [.. names]);
    }
}
