using System.Buffers;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Names the group of a path: its first segment that is no version, no base prefix and no parameter.</summary>
internal static class GroupNames
{
    /// <summary>The group of paths without any meaningful segment.</summary>
    public const string Root = "root";

    /// <summary>The group of webhooks, which have names instead of paths.</summary>
    public const string Webhooks = "webhooks";

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(".:({;?#");
    private static readonly SearchValues<char> VersionMarks = SearchValues.Create("0123456789.-");
    private static readonly HashSet<string> BasePrefixes = new(["api", "apis", "rest", "restapi", "webapi"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BasePrefixLookup = BasePrefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(string path)
    {
        foreach (var part in path.AsSpan().Split('/'))
        {
            var segment = path.AsSpan()[part];
            if (segment.IsEmpty || IsVersion(segment) || BasePrefixLookup.Contains(segment)) continue;
            var word = FirstWord(segment);
            if (!word.IsEmpty) return word.ToString();
        }
        return Root;
    }

    /// <summary>
    /// The segment up to a file extension (<c>Accounts.json</c>), a custom method (<c>files:copy</c>), a key (<c>Users({id})</c>) or the end of the path
    /// proper.
    /// </summary>
    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> segment)
    {
        var start = segment[0] == '.' ? 1 : 0;
        var end = segment[start..].IndexOfAny(WordEnds);
        return end < 0 ? segment : segment[..(start + end)];
    }

    /// <summary><c>v1</c>, <c>v1.2</c>, <c>v2beta1</c>, <c>3</c>, <c>1.0</c>, <c>2010-04-01</c>, <c>2010-04-01-preview</c>.</summary>
    private static bool IsVersion(ReadOnlySpan<char> segment)
    {
        var rest = segment[0] is 'v' or 'V' ? segment[1..] : segment;
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) return rest.Length > 0;
        if (digits == 0) return false;
        rest = rest[digits..];
        foreach (var stage in (ReadOnlySpan<string>)["alpha", "beta", "preview", "rc", "p", "-", "."])
            if (rest.StartsWith(stage, StringComparison.OrdinalIgnoreCase)) return IsVersionTail(rest[stage.Length..]);
        return false;
    }

    /// <summary>What follows the first number: digits, dots, dashes and the names of stages.</summary>
    private static bool IsVersionTail(ReadOnlySpan<char> tail)
    {
        while (!tail.IsEmpty)
        {
            var letters = tail.IndexOfAny(VersionMarks);
            if (letters < 0) letters = tail.Length;
            if (letters > 0 && !IsStage(tail[..letters])) return false;
            tail = tail[Math.Min(tail.Length, Math.Max(1, letters))..];
        }
        return true;
    }

    private static bool IsStage(ReadOnlySpan<char> letters) =>
        letters is "alpha" or "beta" or "preview" or "privatepreview" or "rc" or "p" or "a" or "b";
}
