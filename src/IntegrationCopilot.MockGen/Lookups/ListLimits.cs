namespace IntegrationCopilot.MockGen;

/// <summary>Query parameters that say how much of a list is given: what cannot be paged is often cut all the same.</summary>
internal static class ListLimits
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "limit", "pagesize", "perpage", "top", "maxresults", "take" };

    /// <summary>Whether a parameter has the name of one, however it is spelled.</summary>
    public static bool Contains(string parameter) => Names.Contains(FieldNames.Fold(parameter));
}
