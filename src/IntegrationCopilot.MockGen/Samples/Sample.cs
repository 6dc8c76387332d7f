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
internal readonly record struct SamplePlace(string Name, int Depth, SampleRandom Random, Sample Hint, int Variation)
{
    public SamplePlace Member(string name, Sample hint) => new(name, Depth + 1, Random.Child(name), hint, 0);

    public SamplePlace Item(int index, Sample hint, int variation) => new(Name, Depth + 1, Random.Child($"{index}.{variation}"), hint, variation);
}
