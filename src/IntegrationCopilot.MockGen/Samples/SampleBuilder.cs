using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>How much effort goes into one value.</summary>
internal enum SampleEffort
{
    /// <summary>Every choice taken once, nothing verified on the way: right for most schemas, and fast.</summary>
    Straight,

    /// <summary>Every part verified, other branches and smaller objects tried.</summary>
    Searching,

    /// <summary>As <see cref="Searching"/>, with required members only.</summary>
    Smallest,
}

/// <summary>Makes one value. Not for reuse: it counts what the value costs.</summary>
internal sealed class SampleBuilder(SchemaFlattener flattener, SchemaHeights heights, Func<RawNode, JsonNode?, bool> accepts, Func<RawNode, bool> hidden, SampleEffort effort)
{
    internal const int MaxDepth = 60;
    private const int MaxValues = 4_000;
    private const int MaxJudgements = 4_000;
    private const int OptionalValues = 200;
    private const int OptionalDepth = 4;
    private const int MaxAttempts = 24;
    private readonly Stack<RawNode> path = new();
    private readonly HashSet<RawNode> hopeless = [];
    private readonly HashSet<JsonNode> given = new(ReferenceEqualityComparer.Instance);
    private int values;
    private int judgements;

    /// <summary>Makes a value of a schema nothing is above of.</summary>
    public Sample BuildRoot(RawNode schema, SamplePlace place)
    {
        if (!schema.IsDefined) return Build([], place);
        path.Push(schema);
        return Build([schema], place);
    }

    /// <summary>Makes a value all the schemas should accept.</summary>
    public Sample Build(IReadOnlyList<RawNode> schemas, SamplePlace place)
    {
        if (++values > MaxValues || place.Depth > MaxDepth) return Sample.None;
        if (place.Hint.Made && Accepted(schemas, place.Hint.Value)) return Copy(place.Hint);
        if (schemas.Count == 1 && hopeless.Contains(schemas[0])) return Sample.None;
        foreach (var (view, requiredOnly) in Attempts(schemas, place))
        {
            var made = BuildFrom(schemas, view, place, requiredOnly);
            if (made.Made && (effort == SampleEffort.Straight || Accepted(schemas, made.Value))) return made;
        }
        if (schemas.Count == 1 && values < MaxValues && judgements < MaxJudgements) hopeless.Add(schemas[0]);
        return Sample.None;
    }

    /// <summary>Whether an optional member or item is worth its room: not too deep, not too much already, and no way back into what is being made.</summary>
    public bool HasRoomFor(RawNode schema, int depth) =>
        effort != SampleEffort.Smallest && depth < OptionalDepth && values < OptionalValues
        && heights.Of(schema) <= OptionalDepth && !flattener.Enters(schema).Any(path.Contains);

    public bool IsHidden(RawNode schema) => hidden(schema);

    /// <summary>Whether the document gives that node of a made value, with everything beneath it.</summary>
    public bool IsGiven(JsonNode node) => given.Contains(node);

    public bool Accepted(IReadOnlyList<RawNode> schemas, JsonNode? value) => ++judgements <= MaxJudgements && schemas.All(s => accepts(s, value));

    /// <summary>A copy of a value the document gives.</summary>
    private Sample Copy(Sample sample)
    {
        if (sample.Value?.DeepClone() is not { } copy) return Sample.Of(null);
        given.Add(copy);
        return Sample.Of(copy);
    }

    /// <summary>Ways to read the schemas: the natural one, then with one choice changed at a time; each also with required members only.</summary>
    private IEnumerable<(SchemaView View, bool RequiredOnly)> Attempts(IReadOnlyList<RawNode> schemas, SamplePlace place)
    {
        var flattest = place.Depth >= OptionalDepth || effort == SampleEffort.Smallest;
        var first = flattener.Flatten(schemas, null, path, flattest);
        yield return (first, false);
        if (effort == SampleEffort.Searching) yield return (first, true);
        foreach (var picks in OtherPicks(first, place.Random).Take(MaxAttempts))
        {
            var view = flattener.Flatten(schemas, picks, path, flattest);
            yield return (view, false);
            if (effort == SampleEffort.Searching) yield return (view, true);
        }
    }

    private static IEnumerable<Dictionary<RawNode, int>> OtherPicks(SchemaView view, SampleRandom random)
    {
        foreach (var choice in view.Choices)
            for (var branch = 1; branch < choice.Branches.Count; branch++)
                yield return new Dictionary<RawNode, int> { [choice.Keyword] = branch };
        if (view.Choices.Count < 2) yield break;
        var dice = random.Child("picks");
        for (var i = 0; i < MaxAttempts; i++)
            yield return view.Choices.DistinctBy(c => c.Keyword).ToDictionary(c => c.Keyword, c => dice.Next(c.Branches.Count));
    }

    private Sample BuildFrom(IReadOnlyList<RawNode> schemas, SchemaView view, SamplePlace place, bool requiredOnly)
    {
        if (view.Impossible) return Sample.None;
        if (MayBeNull(view) && (place.Depth > OptionalDepth || view.Entered.Any(path.Contains))) return Sample.Of(null);
        if (GivenValues.TryFind(view, value => Accepted(schemas, value), place.Variation, out var found)) return Copy(found);
        foreach (var entered in view.Entered) path.Push(entered);
        var made = BuildTyped(schemas, view, place with { Hint = GivenValues.PartOf(view, place.Hint) }, requiredOnly || effort == SampleEffort.Smallest);
        foreach (var _ in view.Entered) path.Pop();
        return made;
    }

    private static bool MayBeNull(SchemaView view) => (view.Types & JsonTypes.Null) != 0 && view.Types != JsonTypes.All;

    private Sample BuildTyped(IReadOnlyList<RawNode> schemas, SchemaView view, SamplePlace place, bool requiredOnly)
    {
        switch (SchemaTypes.Choose(view))
        {
            case JsonTypes.Object: return new ObjectSamples(this, view).Build(place, requiredOnly);
            case JsonTypes.Array: return new ArraySamples(this, view).Build(place, requiredOnly);
            case JsonTypes.String: return FirstAccepted(schemas, StringSamples.Candidates(view, place), MustVerifyText(view));
            case JsonTypes.Fraction: return FirstAccepted(schemas, NumberSamples.Candidates(view.Bounds(integer: false), place.Name, place.Random), verify: false);
            case JsonTypes.Integer: return FirstAccepted(schemas, NumberSamples.Candidates(view.Bounds(integer: true), place.Name, place.Random), verify: false);
            case JsonTypes.Boolean: return Sample.Of(JsonValue.Create(place.Variation % 2 == 0));
            case JsonTypes.Null: return Sample.Of(null);
            default: return Sample.None;
        }
    }

    private static bool MustVerifyText(SchemaView view) => view.All("pattern").Any() || view.All("format").Any();

    private Sample FirstAccepted(IReadOnlyList<RawNode> schemas, IEnumerable<JsonNode> candidates, bool verify)
    {
        foreach (var candidate in candidates)
            if (!(verify || effort != SampleEffort.Straight) || Accepted(schemas, candidate)) return Sample.Of(candidate);
        return Sample.None;
    }
}
