using System.Globalization;

namespace IntegrationCopilot.Server.Portal.Layouts;

/// <summary>The letters that stand for a person.</summary>
internal static class Initials
{
    /// <summary>The first letters of the first and the last word of a name; "?" for an empty one.</summary>
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var letters = words.Length > 1 ? FirstOf(words[0]) + FirstOf(words[^1]) : words.Length == 1 ? FirstOf(words[0]) : "?";
        return letters.ToUpperInvariant();
    }

    private static string FirstOf(string word) => StringInfo.GetNextTextElement(word);
}
