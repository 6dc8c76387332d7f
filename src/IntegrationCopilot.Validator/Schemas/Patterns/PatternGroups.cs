using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>The capturing groups of a pattern, found before it is parsed because a reference may stand before its group.</summary>
internal sealed class PatternGroups
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private PatternGroups()
    {
    }

    public int Count { get; private set; }

    public static PatternGroups Scan(ReadOnlySpan<int> pattern)
    {
        var groups = new PatternGroups();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\': i++; break;
                case '[': inClass = true; break;
                case ']': inClass = false; break;
                case '(' when !inClass: groups.Note(pattern[(i + 1)..]); break;
            }
        }
        return groups;
    }

    public int? NumberOf(string name) => numbers.TryGetValue(name, out var number) ? number : null;

    private void Note(ReadOnlySpan<int> inside)
    {
        if (inside is not ['?', ..])
        {
            Count++;
            return;
        }
        if (inside is not ['?', '<', not ('=' or '!'), ..]) return;
        Count++;
        var name = new StringBuilder();
        foreach (var c in inside[2..])
        {
            if (c == '>') break;
            name.Append(new Rune(c).ToString());
        }
        numbers.TryAdd(name.ToString(), Count);
    }
}
