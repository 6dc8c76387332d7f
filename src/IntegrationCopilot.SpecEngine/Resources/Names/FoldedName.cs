namespace IntegrationCopilot.SpecEngine;

/// <summary>Names with case and separators left out, for comparing <c>user_id</c> with <c>userId</c>.</summary>
internal static class FoldedName
{
    public static string Of(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The same with the last word in the singular.</summary>
    public static string Singular(string name)
    {
        var words = Words.Of(name);
        if (words.Count == 0) return "";
        words[^1] = SingularForm.Of(words[^1]);
        return string.Concat(words);
    }
}
