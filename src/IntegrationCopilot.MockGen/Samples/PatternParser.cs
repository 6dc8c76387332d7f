using System.Globalization;

namespace IntegrationCopilot.MockGen;

/// <summary>Reads the common subset of ECMAScript patterns (ECMA-262, section 22.2.1). Assertions are dropped; back references are refused.</summary>
internal sealed class PatternParser
{
    private const int MaxDepth = 40;
    private const int MaxCount = 100_000;
    private readonly string pattern;
    private int at;
    private int depth;

    private PatternParser(string pattern) => this.pattern = pattern;

    /// <summary>The pattern as a tree; null when it is not of the subset.</summary>
    public static PatternNode? Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        try
        {
            var node = parser.ReadChoice();
            return parser.at == pattern.Length ? node : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private bool AtEnd => at >= pattern.Length;

    private static FormatException Unsupported() => new("The pattern is outside the subset that texts are made for.");

    private PatternNode ReadChoice()
    {
        if (++depth > MaxDepth) throw Unsupported();
        var branches = new List<PatternNode> { ReadSequence() };
        while (Skip('|')) branches.Add(ReadSequence());
        depth--;
        return branches.Count == 1 ? branches[0] : new PatternChoice(branches);
    }

    private PatternNode ReadSequence()
    {
        var items = new List<PatternNode>();
        while (!AtEnd && pattern[at] is not ('|' or ')')) items.Add(ReadQuantified());
        return items.Count == 1 ? items[0] : new PatternSequence(items);
    }

    private PatternNode ReadQuantified()
    {
        var atom = ReadAtom();
        if (AtEnd) return atom;
        (int Min, int Max)? count = pattern[at] switch
        {
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            '{' => PeekCounts(),
            _ => null,
        };
        if (count is not { } range) return atom;
        at = pattern[at] == '{' ? pattern.IndexOf('}', at) + 1 : at + 1;
        Skip('?');
        if (range.Min > range.Max || range.Min > MaxCount) throw Unsupported();
        return atom is PatternEmpty ? atom : new PatternRepeat(atom, range.Min, range.Max);
    }

    private (int Min, int Max)? PeekCounts()
    {
        var end = pattern.IndexOf('}', at);
        if (end < 0) return null;
        var text = pattern[(at + 1)..end];
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (!int.TryParse(comma < 0 ? text : text[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out var min)) return null;
        if (comma < 0) return (min, min);
        if (comma == text.Length - 1) return (min, int.MaxValue);
        return int.TryParse(text[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? (min, max) : null;
    }

    private PatternNode ReadAtom()
    {
        var c = pattern[at];
        switch (c)
        {
            case '(': return ReadGroup();
            case '[': return ReadClass();
            case '\\': return ReadEscape();
            case '^' or '$': at++; return new PatternEmpty();
            case '.': at++; return new PatternChars(PatternCharSets.Printable);
            case '*' or '+' or '?': throw Unsupported();
            default: return Literal(ReadCodePoint());
        }
    }

    private PatternNode ReadGroup()
    {
        at++;
        var kept = true;
        if (Skip('?')) kept = ReadGroupKind();
        var inner = ReadChoice();
        if (!Skip(')')) throw Unsupported();
        return kept ? inner : new PatternEmpty();
    }

    /// <summary>After <c>(?</c>: whether what the group matches becomes part of the text.</summary>
    private bool ReadGroupKind()
    {
        if (Skip(':')) return true;
        if (Skip('=') || Skip('!')) return false;
        if (!Skip('<')) throw Unsupported();
        if (Skip('=') || Skip('!')) return false;
        var end = pattern.IndexOf('>', at);
        if (end < 0) throw Unsupported();
        at = end + 1;
        return true;
    }

    private PatternNode ReadEscape()
    {
        at++;
        if (AtEnd) throw Unsupported();
        var letter = pattern[at];
        if (letter is 'b' or 'B') { at++; return new PatternEmpty(); }
        if (letter is >= '1' and <= '9' or 'k') throw Unsupported();
        if (ReadSetEscape() is { } set) return new PatternChars(set);
        return Literal(ReadCharacterEscape());
    }

    /// <summary>After a backslash: a class escape or a property; null when it is neither, and nothing was read.</summary>
    private IReadOnlyList<(int Low, int High)>? ReadSetEscape()
    {
        var letter = pattern[at];
        if (letter is 'p' or 'P' && at + 1 < pattern.Length && pattern[at + 1] == '{')
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0) throw Unsupported();
            var set = PatternCharSets.OfProperty(pattern[(at + 2)..end]);
            at = end + 1;
            return letter == 'p' ? set : PatternCharSets.Complement(set);
        }
        if (PatternCharSets.OfEscape(letter) is not { } ranges) return null;
        at++;
        return ranges;
    }

    private int ReadCharacterEscape()
    {
        var letter = pattern[at];
        switch (letter)
        {
            case 'n': at++; return '\n';
            case 'r': at++; return '\r';
            case 't': at++; return '\t';
            case 'f': at++; return '\f';
            case 'v': at++; return '\v';
            case '0': at++; return 0;
            case 'x': at++; return ReadHex(2);
            case 'u': at++; return ReadUnicode();
            case 'c': at += 2; return AtEnd && at > pattern.Length ? throw Unsupported() : pattern[at - 1] % 32;
            default: return ReadCodePoint();
        }
    }

    private int ReadUnicode()
    {
        if (!Skip('{')) return ReadHex(4);
        var end = pattern.IndexOf('}', at);
        if (end < 0) throw Unsupported();
        var value = ReadHex(end - at);
        at++;
        return value;
    }

    private int ReadHex(int digits)
    {
        if (digits is < 1 or > 6 || at + digits > pattern.Length
            || !int.TryParse(pattern.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) throw Unsupported();
        at += digits;
        return value;
    }

    private PatternNode ReadClass()
    {
        at++;
        var negated = Skip('^');
        var ranges = new List<(int Low, int High)>();
        while (!AtEnd && pattern[at] != ']') ReadClassItem(ranges);
        if (!Skip(']')) throw Unsupported();
        if (ranges.Count == 0 && !negated) throw Unsupported();
        return new PatternChars(negated ? PatternCharSets.Complement(ranges) : ranges);
    }

    private void ReadClassItem(List<(int Low, int High)> ranges)
    {
        if (ReadClassAtom(ranges) is not { } low) return;
        if (at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] == ']')
        {
            ranges.Add((low, low));
            return;
        }
        at++;
        var high = ReadClassAtom(ranges);
        if (high is { } top) ranges.Add(top >= low ? (low, top) : throw Unsupported());
        else ranges.AddRange([(low, low), ('-', '-')]);
    }

    /// <summary>A code point; null when a whole set was added instead.</summary>
    private int? ReadClassAtom(List<(int Low, int High)> ranges)
    {
        if (!Skip('\\')) return ReadCodePoint();
        if (AtEnd) throw Unsupported();
        if (pattern[at] == 'b') { at++; return '\b'; }
        if (ReadSetEscape() is not { } set) return ReadCharacterEscape();
        ranges.AddRange(set);
        return null;
    }

    private int ReadCodePoint()
    {
        var c = pattern[at++];
        return char.IsHighSurrogate(c) && !AtEnd && char.IsLowSurrogate(pattern[at]) ? char.ConvertToUtf32(c, pattern[at++]) : c;
    }

    private static PatternChars Literal(int codePoint) => new([(codePoint, codePoint)]);

    private bool Skip(char c)
    {
        if (AtEnd || pattern[at] != c) return false;
        at++;
        return true;
    }
}
