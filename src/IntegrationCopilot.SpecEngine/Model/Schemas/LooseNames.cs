namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// Compares names of parameters, headers and fields as vendors vary them: case, dashes, underscores, dots, brackets, spaces, <c>$</c> and <c>@</c> do not
/// count.
/// </summary>
internal sealed class LooseNames : IEqualityComparer<string>
{
    public static readonly LooseNames Comparer = new();

    private LooseNames()
    {
    }

    public static HashSet<string> Set(params ReadOnlySpan<string> names)
    {
        var set = new HashSet<string>(Comparer);
        foreach (var name in names) set.Add(name);
        return set;
    }

    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null) return x is null && y is null;
        int i = 0, j = 0;
        while (true)
        {
            while (i < x.Length && IsSeparator(x[i])) i++;
            while (j < y.Length && IsSeparator(y[j])) j++;
            if (i == x.Length || j == y.Length) return i == x.Length && j == y.Length;
            if (Fold(x[i++]) != Fold(y[j++])) return false;
        }
    }

    public int GetHashCode(string obj)
    {
        var hash = 17u;
        foreach (var c in obj)
            if (!IsSeparator(c)) hash = (hash * 31) + Fold(c);
        return (int)hash;
    }

    private static bool IsSeparator(char c) => c is '-' or '_' or '.' or '[' or ']' or ' ' or '$' or '@' or ':';

    private static char Fold(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
}
