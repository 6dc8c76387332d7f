using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>A value made, or the fact that none was. JSON's <c>null</c> is a value here, although its node is a null reference.</summary>
internal readonly record struct Sample(bool Made, JsonNode? Value)
{
    public static Sample None => default;

    public static Sample Of(JsonNode? value) => new(Made: true, value);
}

/// <summary>Where a value is made.</summary>
/// <param name="Name">Name of the member, or of the list it is in; empty at the root.</param>
/// <param name="Depth">Containers above.</param>
/// <param name="Random">Its stream of numbers.</param>
/// <param name="Hint">A value that may fit, or of which a part may: an example from further up.</param>
/// <param name="Variation">0 for the preferred value; others where a list must not repeat itself.</param>
/// <param name="Today">The day that dates are counted from.</param>
/// <param name="Rank">Which date it would be, by its name or that of what it is in.</param>
internal readonly record struct SamplePlace(string Name, int Depth, SampleRandom Random, Sample Hint, int Variation, DateOnly Today, DateRank Rank)
{
    /// <param name="name">The member's name.</param>
    /// <param name="hint">What an example has there.</param>
    /// <param name="siblings">Names of all members.</param>
    public SamplePlace Member(string name, Sample hint, IReadOnlyList<string> siblings)
    {
        var random = Random.Child(name);
        var rank = DateNames.Among(name, siblings);
        // The name of a pair of name and value is a word of its language, not what people call a thing.
        var meant = name == "name" && siblings.Contains("value") ? "key" : name;
        return this with { Name = meant, Depth = Depth + 1, Random = random, Hint = hint, Rank = rank == DateRank.Unknown ? Rank : rank,
            Variation = Variation == 0 ? 0 : random.Child("variation").Next(Variation + 1) };
    }

    public SamplePlace Item(int index, Sample hint, int variation) =>
        this with { Depth = Depth + 1, Random = Random.Child($"{index}.{variation}"), Hint = hint, Variation = variation };
}
