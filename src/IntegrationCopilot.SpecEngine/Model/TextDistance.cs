namespace IntegrationCopilot.SpecEngine;

/// <summary>How far texts are apart: insertions, deletions and replacements of characters (Levenshtein), of the first 200 characters, ignoring case.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class TextDistance
{
    private const int MaxLength = 200;

    /// <summary>How many characters differ; 0 for the same text.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">Another.</param>
    public static int Between(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var a = first.AsSpan(0, Math.Min(first.Length, MaxLength));
        var b = second.AsSpan(0, Math.Min(second.Length, MaxLength));
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, corner + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                corner = above;
            }
        }
        return row[b.Length];
    }
}
