using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>
/// A pattern that is a row of character sets, each repeated, such as <c>^[a-z][a-z0-9_]*$</c>: matched on the bytes, in one pass and without choices.
/// </summary>
internal sealed class PatternChain
{
    private readonly Link[] links;
    private readonly bool fromStart;
    private readonly bool toEnd;

    private PatternChain(Link[] links, bool fromStart, bool toEnd)
    {
        this.links = links;
        this.fromStart = fromStart;
        this.toEnd = toEnd;
    }

    /// <summary>The chain a pattern is; null when it is none, or when a repetition would have to be tried at several lengths.</summary>
    public static PatternChain? Of(PatternNode pattern)
    {
        List<PatternNode> parts = [];
        if (!Flatten(pattern, parts)) return null;
        var starts = parts is [PatternNode.Assertion { Kind: AssertionKind.Start }, ..];
        if (starts) parts.RemoveAt(0);
        var ends = parts is [.., PatternNode.Assertion { Kind: AssertionKind.End }];
        if (ends) parts.RemoveAt(parts.Count - 1);
        if (parts.Exists(p => p is PatternNode.Assertion)) return null;
        Link[] row = [.. parts.Select(LinkOf)];
        if (!starts && (ends || row.Length != 1)) return null;
        return IsUnambiguous(row) ? new PatternChain(row, starts, ends) : null;
    }

    /// <summary>Whether the pattern is found.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        if (!fromStart) return HasRun(links[0], utf8);
        foreach (var link in links)
        {
            var count = 0;
            for (; count < link.Max && TakeOne(link, ref utf8); count++)
            {
            }
            if (count < link.Min) return false;
        }
        return !toEnd || utf8.IsEmpty;
    }

    private static bool HasRun(Link link, ReadOnlySpan<byte> utf8)
    {
        for (var run = 0; run < link.Min;)
        {
            if (utf8.IsEmpty) return false;
            if (TakeOne(link, ref utf8)) run++;
            else
            {
                run = 0;
                utf8 = utf8[Length(utf8)..];
            }
        }
        return true;
    }

    /// <summary>Passes over one character when it is in the set.</summary>
    private static bool TakeOne(Link link, ref ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return false;
        int first = utf8[0];
        if (first < 0x80)
        {
            if (!link.Ascii[first]) return false;
            utf8 = utf8[1..];
            return true;
        }
        Rune.DecodeFromUtf8(utf8, out var rune, out var used);
        if (!link.Set.Contains(rune.Value)) return false;
        utf8 = utf8[used..];
        return true;
    }

    private static int Length(ReadOnlySpan<byte> utf8)
    {
        Rune.DecodeFromUtf8(utf8, out _, out var used);
        return used;
    }

    private static bool Flatten(PatternNode node, List<PatternNode> parts)
    {
        switch (node)
        {
            case PatternNode.Characters or PatternNode.Assertion { Kind: AssertionKind.Start or AssertionKind.End }:
                parts.Add(node);
                return true;
            case PatternNode.Group group: return Flatten(group.Part, parts);
            case PatternNode.Sequence sequence: return sequence.Parts.All(p => Flatten(p, parts));
            case PatternNode.Repeat repeat when Inside(repeat.Part) is PatternNode.Characters set:
                parts.Add(new PatternNode.Repeat(set, repeat.Min, repeat.Max, repeat.Lazy));
                return true;
            default: return false;
        }
    }

    private static PatternNode Inside(PatternNode node) => node is PatternNode.Group group ? Inside(group.Part) : node;

    private static Link LinkOf(PatternNode node) => node is PatternNode.Repeat repeat
        ? new Link(((PatternNode.Characters)repeat.Part).Set, repeat.Min, repeat.Max < 0 ? int.MaxValue : repeat.Max)
        : new Link(((PatternNode.Characters)node).Set, 1, 1);

    /// <summary>Taking as many as there are is right when what follows cannot begin with what is repeated.</summary>
    private static bool IsUnambiguous(Link[] links)
    {
        for (var i = 0; i < links.Length; i++)
        {
            if (links[i].Min == links[i].Max) continue;
            for (var j = i + 1; j < links.Length; j++)
            {
                if (links[i].Set.Overlaps(links[j].Set)) return false;
                if (links[j].Min > 0) break;
            }
        }
        return true;
    }

    private sealed class Link
    {
        public readonly bool[] Ascii = new bool[128];
        public readonly CodePointSet Set;
        public readonly int Min;
        public readonly int Max;

        public Link(CodePointSet set, int min, int max)
        {
            (Set, Min, Max) = (set, min, max);
            for (var c = 0; c < Ascii.Length; c++) Ascii[c] = set.Contains(c);
        }
    }
}
