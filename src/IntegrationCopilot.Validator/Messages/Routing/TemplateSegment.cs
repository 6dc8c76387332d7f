namespace IntegrationCopilot.Validator;

/// <summary>One segment of a path template: literal text, a parameter, or several of both such as <c>{id}.json</c>.</summary>
internal sealed class TemplateSegment
{
    private readonly string[] literals;

    /// <param name="literals">Literal texts around and between the parameters, decoded; one more than there are names.</param>
    /// <param name="names">Names of the parameters.</param>
    public TemplateSegment(string[] literals, string[] names)
    {
        this.literals = literals;
        Names = names;
        LiteralLength = literals.Sum(l => l.Length);
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The more literal text, the more specific.</summary>
    public int LiteralLength { get; }

    public bool IsLiteral => Names.Count == 0;

    /// <summary>Whether the whole segment is one parameter.</summary>
    public bool IsParameter => Names.Count == 1 && LiteralLength == 0;

    /// <summary>The literal text of a literal segment.</summary>
    public string Literal => literals[0];

    /// <summary>The segment as it is described.</summary>
    public string Text => string.Concat(literals.Select((literal, i) => i < Names.Count ? $"{literal}{{{Names[i]}}}" : literal));

    /// <summary>Segments with the same shape match the same texts, whatever their parameters are called.</summary>
    public string Shape => string.Join("{}", literals);

    /// <summary>Matches an encoded segment.</summary>
    /// <param name="segment">The segment as it is in the URL.</param>
    /// <param name="captures">Receives where each parameter's text lies in <paramref name="segment"/>.</param>
    /// <returns>Whether it matches. Parameters take one character at least; each but the last ends at the first place where the text after it occurs.</returns>
    public bool TryMatch(ReadOnlySpan<char> segment, Span<Range> captures)
    {
        var at = PercentCoding.MatchPrefix(segment, literals[0]);
        if (at < 0) return false;
        for (var i = 0; i < Names.Count; i++)
        {
            var last = i == Names.Count - 1;
            var (end, next) = FindEnd(segment, at, literals[i + 1], last);
            if (end <= at) return false;
            captures[i] = at..end;
            at = next;
        }
        return at == segment.Length;
    }

    /// <summary>Every way to read a segment's parameters, those that end early first: what stands between two may be part of a value as well.</summary>
    /// <param name="segment">The segment as it is in the URL.</param>
    public IEnumerable<string[]> Readings(string segment) =>
        PercentCoding.MatchPrefix(segment, literals[0]) is >= 0 and var at ? Readings(segment, at, 0) : [];

    private IEnumerable<string[]> Readings(string segment, int start, int index)
    {
        if (index == Names.Count) return start == segment.Length ? [[]] : [];
        return from end in Enumerable.Range(start + 1, Math.Max(0, segment.Length - start))
               let length = PercentCoding.MatchPrefix(segment.AsSpan(end), literals[index + 1])
               where length >= 0
               from rest in Readings(segment, end + length, index + 1)
               select (string[])[segment[start..end], .. rest];
    }

    /// <summary>The segment with values in place of its parameters.</summary>
    public string Fill(IReadOnlyList<string> values) => string.Concat(literals.Select((literal, i) => i < values.Count ? literal + values[i] : literal));

    private static (int End, int Next) FindEnd(ReadOnlySpan<char> segment, int from, string literal, bool last)
    {
        if (last && literal.Length == 0) return (segment.Length, segment.Length);
        for (var end = from + 1; end <= segment.Length; end++)
        {
            var length = PercentCoding.MatchPrefix(segment[end..], literal);
            if (length >= 0 && (!last || end + length == segment.Length)) return (end, end + length);
        }
        return (-1, -1);
    }
}
