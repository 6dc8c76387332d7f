namespace IntegrationCopilot.MockGen;

/// <summary>Sets of code points: what the escapes of ECMAScript patterns stand for, and their complement within printable ASCII.</summary>
internal static class PatternCharSets
{
    public static readonly IReadOnlyList<(int Low, int High)> Printable = [(' ', '~')];
    public static readonly IReadOnlyList<(int Low, int High)> Digits = [('0', '9')];
    public static readonly IReadOnlyList<(int Low, int High)> Words = [('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')];
    public static readonly IReadOnlyList<(int Low, int High)> Spaces = [(' ', ' ')];
    private static readonly IReadOnlyList<(int Low, int High)> AllSpaces = [('\t', '\r'), (' ', ' '), (0xA0, 0xA0)];

    /// <summary>The set of a class escape such as <c>d</c> or <c>W</c>; null for other letters.</summary>
    public static IReadOnlyList<(int Low, int High)>? OfEscape(char letter) => letter switch
    {
        'd' => Digits,
        'D' => Complement(Digits),
        'w' => Words,
        'W' => Complement(Words),
        's' => Spaces,
        'S' => Complement(AllSpaces),
        _ => null,
    };

    /// <summary>The ASCII part of a Unicode property such as <c>L</c> or <c>Script=Latin</c>; printable ASCII when the property is not known.</summary>
    public static IReadOnlyList<(int Low, int High)> OfProperty(string name) => name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..] switch
    {
        "L" or "Letter" or "Alphabetic" or "Latin" or "Latn" => [('a', 'z'), ('A', 'Z')],
        "Lu" or "Uppercase_Letter" or "Uppercase" => [('A', 'Z')],
        "Ll" or "Lowercase_Letter" or "Lowercase" => [('a', 'z')],
        "N" or "Nd" or "Number" or "Decimal_Number" => Digits,
        "Z" or "Zs" or "Separator" or "Space_Separator" => Spaces,
        "P" or "Punctuation" => [('!', '#'), ('%', '*'), (',', '/'), (':', ';'), ('?', '@'), ('[', ']'), ('_', '_'), ('{', '{'), ('}', '}')],
        "S" or "Symbol" => [('$', '$'), ('+', '+'), ('<', '>'), ('^', '^'), ('|', '|'), ('~', '~')],
        "Sc" or "Currency_Symbol" => [('$', '$')],
        _ => Printable,
    };

    /// <summary>Printable ASCII without those; beyond it when nothing is left.</summary>
    public static IReadOnlyList<(int Low, int High)> Complement(IReadOnlyList<(int Low, int High)> ranges)
    {
        var rest = new List<(int, int)>();
        for (var c = (int)' '; c <= '~'; c++)
            if (!Contains(ranges, c)) rest.Add((c, c));
        return rest.Count > 0 ? rest : [(0xE0, 0xF6)];
    }

    public static bool Contains(IReadOnlyList<(int Low, int High)> ranges, int codePoint) => ranges.Any(r => r.Low <= codePoint && codePoint <= r.High);
}
