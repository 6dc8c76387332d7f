using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Parses patterns by ECMA-262, section 22.2.1, with the <c>u</c> flag.</summary>
/// <remarks>
/// Not strict, it also takes what Annex B does where the meaning is plain (<c>\-</c>, a lone <c>]</c> or <c>{</c>), because real documents hold it.
/// </remarks>
internal sealed class PatternParser
{
    private const int MaxDepth = 200;
    private const int MaxRepeat = 100_000;
    private readonly int[] pattern;
    private readonly bool strict;
    private readonly PatternGroups groups;
    private int at;
    private int depth;
    private int groupsOpened;
    private ImmutableHashSet<string> names = [];

    private PatternParser(string pattern, bool strict)
    {
        this.pattern = CodePoints(pattern);
        this.strict = strict;
        groups = PatternGroups.Scan(this.pattern);
    }

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="FormatException">It is no pattern; the message says why.</exception>
    public static PatternNode Parse(string pattern, bool strict)
    {
        var parser = new PatternParser(pattern, strict);
        var node = parser.ReadAlternation();
        return parser.at == parser.pattern.Length ? node : throw parser.Fault("')' closes no group");
    }

    private static int[] CodePoints(string text) => [.. text.EnumerateRunes().Select(r => r.Value)];

    private PatternNode ReadAlternation()
    {
        if (++depth > MaxDepth) throw Fault($"groups are nested deeper than {MaxDepth} levels");
        var before = names;
        List<PatternNode> branches = [ReadSequence()];
        while (Take('|'))
        {
            // A name may come again in another branch: only one of the two groups can take part.
            var others = names;
            names = before;
            branches.Add(ReadSequence());
            names = names.Union(others);
        }
        depth--;
        return branches.Count == 1 ? branches[0] : new PatternNode.Alternation(branches);
    }

    private PatternNode ReadSequence()
    {
        List<PatternNode> parts = [];
        while (at < pattern.Length && pattern[at] != '|' && pattern[at] != ')') parts.Add(ReadQuantified(ReadTerm()));
        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode ReadTerm()
    {
        var c = pattern[at++];
        switch (c)
        {
            case '^': return new PatternNode.Assertion(AssertionKind.Start);
            case '$': return new PatternNode.Assertion(AssertionKind.End);
            case '.': return new PatternNode.Characters(CodePointSet.LineTerminators.Complement());
            case '(': return ReadGroup();
            case '[': return new PatternNode.Characters(ReadClass());
            case '\\': return ReadEscape();
            case '*' or '+' or '?': throw Fault($"'{(char)c}' has nothing to repeat");
            case '{' or '}' or ']' when strict: throw Fault($"'{(char)c}' must be escaped");
            case '{' when IsQuantifier(at - 1): throw Fault("'{' has nothing to repeat");
            default: return Literal(c);
        }
    }

    private static PatternNode Literal(int codePoint) => new PatternNode.Characters(CodePointSet.Single(codePoint));

    private PatternNode ReadQuantified(PatternNode part)
    {
        int min, max;
        if (Take('*')) (min, max) = (0, -1);
        else if (Take('+')) (min, max) = (1, -1);
        else if (Take('?')) (min, max) = (0, 1);
        else if (at < pattern.Length && pattern[at] == '{' && IsQuantifier(at)) (min, max) = ReadCounts();
        else return part;
        if (strict && part is PatternNode.Look or PatternNode.Assertion) throw Fault("an assertion cannot be repeated");
        if (max >= 0 && max < min) throw Fault("the numbers of the quantifier are out of order");
        return new PatternNode.Repeat(part, min, max, Take('?'));
    }

    private bool IsQuantifier(int open)
    {
        var end = Array.IndexOf(pattern, '}', open);
        if (end < 0) return false;
        var comma = Array.IndexOf(pattern, ',', open, end - open);
        var first = Digits(open + 1, comma < 0 ? end : comma);
        return first && (comma < 0 || comma + 1 == end || Digits(comma + 1, end));
    }

    private bool Digits(int start, int end) => end > start && pattern.AsSpan(start, end - start).IndexOfAnyExceptInRange('0', '9') < 0;

    private (int Min, int Max) ReadCounts()
    {
        at++;
        var min = ReadCount();
        var max = min;
        if (Take(',')) max = pattern[at] == '}' ? -1 : ReadCount();
        at++;
        return (min, max);
    }

    private int ReadCount()
    {
        var value = 0;
        while (pattern[at] is >= '0' and <= '9') value = Math.Min(MaxRepeat + 1, (value * 10) + pattern[at++] - '0');
        return value <= MaxRepeat ? value : throw Fault($"a quantifier repeats more than {MaxRepeat} times");
    }

    private PatternNode ReadGroup()
    {
        PatternNode node;
        if (!Take('?'))
        {
            var number = ++groupsOpened;
            node = new PatternNode.Group(ReadAlternation(), number);
        }
        else if (Take(':')) node = ReadAlternation();
        else if (Take('=')) node = new PatternNode.Look(ReadAlternation(), behind: false, negative: false);
        else if (Take('!')) node = new PatternNode.Look(ReadAlternation(), behind: false, negative: true);
        else if (!Take('<')) throw Fault("'(?' is followed by nothing ECMA-262 knows");
        else if (Take('=')) node = new PatternNode.Look(ReadAlternation(), behind: true, negative: false);
        else if (Take('!')) node = new PatternNode.Look(ReadAlternation(), behind: true, negative: true);
        else
        {
            var name = ReadGroupName();
            if (names.Contains(name)) throw Fault($"two groups have the name '{name}'");
            names = names.Add(name);
            var number = ++groupsOpened;
            node = new PatternNode.Group(ReadAlternation(), number);
        }
        return Take(')') ? node : throw Fault("a group is not closed");
    }

    private string ReadGroupName()
    {
        var name = new StringBuilder();
        while (at < pattern.Length && pattern[at] != '>') name.Append(new Rune(pattern[at++]).ToString());
        if (!Take('>') || name.Length == 0 || char.IsAsciiDigit(name[0])) throw Fault("a group name is expected between '<' and '>'");
        return name.ToString();
    }

    private PatternNode ReadEscape()
    {
        if (at == pattern.Length) throw Fault("'\\' stands at the end");
        var c = pattern[at];
        switch (c)
        {
            case 'b' or 'B':
                at++;
                return new PatternNode.Assertion(c == 'b' ? AssertionKind.WordBoundary : AssertionKind.NotWordBoundary);
            case 'k':
                at++;
                if (!Take('<')) throw Fault("'\\k' needs a group name in '<' and '>'");
                return new PatternNode.BackReference(groups.NumberOf(ReadGroupName()) ?? throw Fault("no group has the name referred to"));
            case >= '1' and <= '9':
                var number = 0;
                while (at < pattern.Length && pattern[at] is >= '0' and <= '9' && number < 10_000) number = (number * 10) + pattern[at++] - '0';
                return number <= groups.Count
                    ? new PatternNode.BackReference(number)
                    : throw Fault($"there is no group {number.ToString(CultureInfo.InvariantCulture)}");
            default:
                return new PatternNode.Characters(ReadCharacterEscape(inClass: false));
        }
    }

    /// <summary>Reads an escape that stands for characters, after its backslash.</summary>
    private CodePointSet ReadCharacterEscape(bool inClass)
    {
        if (at == pattern.Length) throw Fault("'\\' stands at the end");
        var c = pattern[at++];
        switch (c)
        {
            case 'd': return CodePointSet.Digits;
            case 'D': return CodePointSet.Digits.Complement();
            case 'w': return CodePointSet.Word;
            case 'W': return CodePointSet.Word.Complement();
            case 's': return CodePointSet.Space;
            case 'S': return CodePointSet.Space.Complement();
            case 'p': return ReadProperty();
            case 'P': return ReadProperty().Complement();
            default: return CodePointSet.Single(ReadSingleEscape(c, inClass));
        }
    }

    private int ReadSingleEscape(int c, bool inClass)
    {
        switch (c)
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when inClass: return '\b';
            case '0' when at == pattern.Length || pattern[at] is not (>= '0' and <= '9'): return 0;
            case 'c' when at < pattern.Length && pattern[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'): return pattern[at++] % 32;
            case 'x': return ReadHex(2);
            case 'u': return ReadUnicode();
            case '-' when inClass: return '-';
        }
        var allowed = strict ? c < 128 && "^$\\.*+?()[]{}|/".Contains((char)c, StringComparison.Ordinal) : c > 127 || !char.IsAsciiLetterOrDigit((char)c);
        return allowed ? c : throw Fault($"'\\{new Rune(c)}' is no escape of ECMA-262");
    }

    private int ReadUnicode()
    {
        if (Take('{'))
        {
            var value = 0;
            while (at < pattern.Length && Hex(pattern[at]) >= 0 && value <= CodePointSet.Last) value = (value * 16) + Hex(pattern[at++]);
            return Take('}') && value <= CodePointSet.Last ? value : throw Fault("'\\u{' needs a code point in hexadecimal and '}'");
        }
        var high = ReadHex(4);
        if (high is < 0xD800 or > 0xDBFF || at + 1 >= pattern.Length || pattern[at] != '\\' || pattern[at + 1] != 'u') return high;
        var back = at;
        at += 2;
        var low = ReadHex(4);
        if (low is >= 0xDC00 and <= 0xDFFF) return char.ConvertToUtf32((char)high, (char)low);
        at = back;
        return high;
    }

    private int ReadHex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            if (at == pattern.Length || Hex(pattern[at]) < 0) throw Fault($"{digits} hexadecimal digits are expected after the escape");
            value = (value * 16) + Hex(pattern[at++]);
        }
        return value;
    }

    private static int Hex(int c) => c < 128 && char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : -1;

    private CodePointSet ReadProperty()
    {
        var end = at < pattern.Length && pattern[at] == '{' ? Array.IndexOf(pattern, '}', at) : -1;
        if (end < 0) throw Fault("'\\p' needs a property in '{' and '}'");
        var name = string.Concat(pattern[(at + 1)..end].Select(c => new Rune(c).ToString()));
        at = end + 1;
        return UnicodeProperties.Find(name) ?? throw Fault($"'{name}' is no Unicode property known here");
    }

    private CodePointSet ReadClass()
    {
        var negated = Take('^');
        var set = CodePointSet.Of();
        while (!Take(']'))
        {
            if (at == pattern.Length) throw Fault("a character class is not closed");
            var first = ReadClassAtom();
            if (at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] == ']')
            {
                set = set.Union(first);
                continue;
            }
            at++;
            set = set.Union(Range(first, ReadClassAtom()));
        }
        return negated ? set.Complement() : set;
    }

    private CodePointSet ReadClassAtom()
    {
        if (at == pattern.Length) throw Fault("a character class is not closed");
        var c = pattern[at++];
        return c == '\\' ? ReadCharacterEscape(inClass: true) : CodePointSet.Single(c);
    }

    private CodePointSet Range(CodePointSet first, CodePointSet last)
    {
        var singles = IsSingle(first) && IsSingle(last);
        if (!singles && strict) throw Fault("a range needs single characters at both ends");
        if (!singles) return first.Union(last).Union(CodePointSet.Single('-'));
        return first.Ranges[0].First <= last.Ranges[0].First
            ? CodePointSet.Of((first.Ranges[0].First, last.Ranges[0].First))
            : throw Fault("a range of a character class is out of order");
    }

    private static bool IsSingle(CodePointSet set) => set.Ranges.Count == 1 && set.Ranges[0].First == set.Ranges[0].Last;

    private bool Take(char c)
    {
        if (at >= pattern.Length || pattern[at] != c) return false;
        at++;
        return true;
    }

    private FormatException Fault(string reason) => new($"{reason} (at character {at.ToString(CultureInfo.InvariantCulture)})");
}
