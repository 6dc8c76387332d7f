namespace IntegrationCopilot.SpecEngine;

/// <summary>The forms of an English verb: <c>drop</c>, <c>drops</c>, <c>dropped</c>, <c>dropping</c>.</summary>
internal static class VerbForms
{
    /// <summary>Third person, past and participle of a verb in lower case; without the verb itself.</summary>
    public static IEnumerable<string> Of(string verb)
    {
        if (verb[^1] == 'e')
        {
            yield return verb + "s";
            yield return verb + "d";
            yield return verb[..^1] + "ing";
            yield break;
        }
        if (verb[^1] == 'y' && !IsVowel(verb[^2]))
        {
            yield return verb[..^1] + "ies";
            yield return verb[..^1] + "ied";
            yield return verb + "ing";
            yield break;
        }
        yield return verb + (verb[^1] is 's' or 'x' or 'z' || verb.EndsWith("ch", StringComparison.Ordinal)
            || verb.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s");
        yield return verb + "ed";
        yield return verb + "ing";
        if (!Doubles(verb)) yield break;
        yield return verb + verb[^1] + "ed";
        yield return verb + verb[^1] + "ing";
    }

    /// <summary>A consonant after a single vowel is doubled, or may be: <c>dropped</c>, <c>cancelled</c>.</summary>
    private static bool Doubles(string verb) =>
        verb.Length > 2 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
