using System.Buffers;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.Validator;

/// <summary>Finds patterns that ECMA-262 reads, but not as they were meant, because they are written for another language.</summary>
internal static partial class PatternDoubts
{
    private const int MostCharacters = 20_000;

    /// <summary>What a pattern holds and a path does not.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("^$[(*+?|\\");

    /// <summary>Patterns as short as <c>.^</c> and <c>$^</c> are ways to say that nothing is allowed.</summary>
    private const int LongestIdiom = 3;

    /// <summary>What the pattern says instead of what it seems to; null when nothing is odd, or it is no pattern at all.</summary>
    public static string? Of(string pattern)
    {
        if (pattern.Length > MostCharacters) return null;
        try
        {
            var tree = PatternParser.Parse(pattern, strict: false);
            return Slashes(pattern) ?? Words(pattern)
                ?? (pattern.Length > LongestIdiom && IsNever(tree)
                ? "'^' stands after, or '$' before, something that takes characters, so that no text matches"
                : null);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A pattern as JavaScript source text, with slashes around it.</summary>
    private static string? Slashes(string pattern)
    {
        if (InSlashes().Match(pattern) is not { Success: true } match) return null;
        var (inner, flags) = (match.Groups["inner"].Value, match.Groups["flags"].Value);
        if (!inner.AsSpan().ContainsAny(Signs) || HasPlainSlash(inner)) return null;
        return $"the slashes around it are part of JavaScript's source text, not of a pattern, and have to be met in the value{(flags.Length == 0 ? "" : $", and so have the flags '{flags}'")}. Write '{ValueText.Shorten(inner)}'";
    }

    /// <summary>Within slashes JavaScript writes a slash as <c>\/</c>; one written plainly shows that a path is meant.</summary>
    private static bool HasPlainSlash(string inner)
    {
        var inClass = false;
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\') i++;
            else if (inner[i] == '[') inClass = true;
            else if (inner[i] == ']') inClass = false;
            else if (inner[i] == '/' && !inClass) return true;
        }
        return false;
    }

    private static string? Words(string pattern)
    {
        for (int i = 0, start = -1; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest[0] == '\\')
            {
                if (start < 0 && Escaped().IsMatch(rest)) return $"'{rest[..3]}' is a backslash and the letter {rest[2]}. Write '{rest[1..3]}'";
                i++;
            }
            else if (start >= 0 && rest[0] == ']') start = -1;
            else if (start >= 0 && rest.StartsWith("A-z")) return "'A-z' also takes the characters [ \\ ] ^ _ and ` that stand between Z and a. Write 'A-Za-z'";
            else if (start >= 0 && rest.StartsWith("&&[")) return "'&&' does not intersect character classes here; it takes ampersands. Write one class";
            else if (Posix().EnumerateMatches(rest) is var posix && posix.MoveNext())
                return $"'{rest[..posix.Current.Length]}' is no class of characters here but takes the letters between its brackets. Write a range such as a-z";
            else if (start < 0 && Open().EnumerateMatches(rest) is var open && open.MoveNext())
                return $"'{rest[..open.Current.Length]}' is taken literally. Write '{{0{rest[1..open.Current.Length]}'";
            else if (rest[0] == '[' && start < 0) start = i;
        }
        return null;
    }

    /// <summary>Whether an anchor stands where the text cannot begin or end any more, whatever is chosen.</summary>
    private static bool IsNever(PatternNode node) => node switch
    {
        PatternNode.Alternation alternation => alternation.Branches.All(IsNever),
        PatternNode.Group group => IsNever(group.Part),
        PatternNode.Repeat repeat => repeat.Min > 0 && IsNever(repeat.Part),
        PatternNode.Sequence sequence => IsNever(sequence.Parts),
        _ => false,
    };

    private static bool IsNever(IReadOnlyList<PatternNode> parts)
    {
        var (hasTaken, hasEnded) = (false, false);
        foreach (var part in parts)
        {
            if (IsNever(part) || (hasTaken && part is PatternNode.Assertion { Kind: AssertionKind.Start })) return true;
            hasEnded |= part is PatternNode.Assertion { Kind: AssertionKind.End };
            if (PatternLengths.Fewest(part) == 0) continue;
            if (hasEnded) return true;
            hasTaken = true;
        }
        return false;
    }

    [GeneratedRegex(@"^/(?<inner>.+)/(?<flags>[dgimsuvy]*)\z", RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InSlashes();

    [GeneratedRegex(@"^\[:\^?(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Posix();

    [GeneratedRegex(@"^\{,[0-9]+\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Open();

    /// <summary>A class escaped once too often, and repeated as only a class would be.</summary>
    [GeneratedRegex(@"^\\\\[dDwWsS][+*{?]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
