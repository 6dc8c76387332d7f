using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The names of the variables of one suite: one name stands for one kind of value, so that a person who gives it once gives the right one.</summary>
internal sealed class VariableNames
{
    private const int TooShortToTell = 4;
    private readonly Dictionary<string, string> meanings = new(StringComparer.Ordinal);

    /// <summary>The shortest name that no other kind of value has.</summary>
    /// <param name="member">Name of the parameter or field.</param>
    /// <param name="thing">What it belongs to: the literal of the path before it; null when there is none.</param>
    /// <param name="operation">The operation that takes it.</param>
    /// <param name="meaning">What kind of value it is: the same for the same kind.</param>
    public string Of(string member, string? thing, ApiOperation operation, string meaning)
    {
        var name = Joined(NameWords.Of(member));
        var whole = thing is null ? name : WithThing(thing, name);
        string[] names = name.Length < TooShortToTell ? [whole] : [name, whole];
        var full = $"{whole}_of_{Joined([operation.Method.ToLowerInvariant(), .. NameWords.Segments(operation.Path).SelectMany(NameWords.Of)])}";
        foreach (var candidate in names.Append(full).Concat(Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{full}_{number}")))
        {
            var usable = candidate.Length == 0 ? "value" : char.IsAsciiDigit(candidate[0]) ? $"value_{candidate}" : candidate;
            if (meanings.TryAdd(usable, meaning) || meanings[usable] == meaning) return usable;
        }

        throw new InvalidOperationException("The names are endless.");
    }

    private static string WithThing(string thing, string name)
    {
        var words = NameWords.Of(thing);
        if (words.Count == 0) return name;
        var singular = Joined([.. words.SkipLast(1), NameWords.Singular(words[^1])]);
        return name.StartsWith(singular, StringComparison.Ordinal) ? name : name.Length == 0 ? singular : $"{singular}_{name}";
    }

    private static string Joined(IReadOnlyList<string> words) => string.Join('_', words);
}
