namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// The words that names of fields, operations and paths are made of, in lower case: <c>createRefund</c>, <c>create-refund</c> and <c>Create_Refund</c> are
/// <c>create</c>, <c>refund</c>.
/// </summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class NameWords
{
    /// <summary>The words of a name. What is no ASCII letter or digit parts them, and so does a capital after a small letter.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Words.Of(name);
    }

    /// <summary>The singular of an English noun in lower case. A word that is no plural, or may not be one, stays as it is: <c>status</c>,
    /// <c>data</c>.</summary>
    public static string Singular(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return SingularForm.Of(word);
    }

    /// <summary>The segments of a path template that are no parameters: those of <c>/payments/{id}/refunds</c> are <c>payments</c>, <c>refunds</c>.</summary>
    public static IReadOnlyList<string> Segments(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Words.Segments(path);
    }
}
