using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>How much effort goes into one value.</summary>
internal enum SampleEffort
{
    /// <summary>Every choice taken once, nothing verified on the way: right for most schemas, and fast.</summary>
    Straight,

    /// <summary>Every part verified, other branches, types and smaller objects tried.</summary>
    Searching,

    /// <summary>As <see cref="Searching"/>, with required members only.</summary>
    Smallest,

    /// <summary>As <see cref="Searching"/>, but where nothing conforms, what comes near.</summary>
    Nearest,
}

/// <summary>Makes one value. Not for reuse: it counts what the value costs.</summary>
internal sealed class SampleBuilder(SampleTools tools, SampleEffort effort, SampleWire wire)
{
    internal const int MaxDepth = 60;
    private const int MaxValues = 4_000;
    private const int MaxJudgements = 4_000;
    private const int OptionalValues = 200;
    private const int OptionalDepth = 4;
    private const int MaxNearAttempts = 4;
    private readonly Stack<RawNode> path = new();
    private readonly Dictionary<Demand, Sample> hopeless = [];
    private readonly HashSet<JsonNode> given = new(ReferenceEqualityComparer.Instance);
    private readonly SampleCarrier carrier = wire.Carrier;
    private int values;
    private int judgements;

    public SampleCarrier Carrier => carrier;

    /// <summary>Whether something is better than nothing, although it does not conform.</summary>
    public bool TakesNearest => effort == SampleEffort.Nearest;

    /// <summary>Makes a value of a schema nothing is above of.</summary>
    public Sample BuildRoot(RawNode schema, SamplePlace place)
    {
        if (!schema.IsDefined) return Build([], place);
        path.Push(schema);
        return Build([new Demand(tools.Flattener.Navigator.Enter(schema))], place);
    }

    /// <summary>Makes a value that does all that is demanded.</summary>
    public Sample Build(IReadOnlyList<Demand> demands, SamplePlace place)
    {
        if (++values > MaxValues || place.Depth > MaxDepth) return TakesNearest ? Sample.Of(null) : Sample.None;
        if (place.Hint.Made && carrier.Carries(place.Hint.Value, place.Depth > 0) && Accepted(demands, place.Hint.Value)) return Copy(place.Hint);
        if (demands.Count == 1 && hopeless.Count > 0 && hopeless.TryGetValue(demands[0], out var known))
            return known.Made ? Sample.Of(known.Value?.DeepClone()) : Sample.None;
        if (effort == SampleEffort.Straight && Natural(demands, place) is { Contradicts: false, Impossible: false } natural
            && BuildFrom(demands, new Attempt(natural, 0, RequiredOnly: false), place) is { Made: true } straight)
            return straight;
        return Search(demands, place);
    }

    private SchemaView Natural(IReadOnlyList<Demand> demands, SamplePlace place) =>
        tools.Flattener.Flatten(demands, null, path, place.Depth >= OptionalDepth || effort == SampleEffort.Smallest);

    /// <summary>Tries one way after the other.</summary>
    private Sample Search(IReadOnlyList<Demand> demands, SamplePlace place)
    {
        var near = Sample.None;
        foreach (var attempt in Attempts(demands, place).Take(TakesNearest ? MaxNearAttempts : int.MaxValue))
        {
            var made = BuildFrom(demands, attempt, place);
            if (made.Made && (effort == SampleEffort.Straight || (Accepted(demands, made.Value) && Arrives(made.Value, place)))) return made;
            if (!near.Made) near = made;
        }
        if (!TakesNearest) near = Sample.None;
        else if (!near.Made) near = NearestValues.Of(tools.Flattener.Flatten(demands, null, path, flattest: true), carrier, place);
        if (demands.Count == 1 && (TakesNearest || (values < MaxValues && judgements < MaxJudgements)))
            hopeless[demands[0]] = near.Made ? Sample.Of(near.Value?.DeepClone()) : near;
        return near;
    }

    /// <summary>Whether an optional member or item is worth its room: not too deep, not too much already, and no way back into what is being made.</summary>
    public bool HasRoomFor(IReadOnlyList<Demand> member, int depth)
    {
        if (effort == SampleEffort.Smallest || depth >= OptionalDepth || values >= OptionalValues) return false;
        for (var i = 0; i < member.Count; i++)
            if (!HasRoomFor(member[i])) return false;
        return true;
    }

    public bool IsHidden(IReadOnlyList<Demand> member)
    {
        for (var i = 0; i < member.Count; i++)
            if (tools.Marks.IsHidden(member[i])) return true;
        return false;
    }

    /// <summary>Whether the document gives that node of a made value, with everything beneath it.</summary>
    public bool IsGiven(JsonNode node) => given.Contains(node);

    public bool Accepted(IReadOnlyList<Demand> demands, JsonNode? value) => ++judgements <= MaxJudgements && Meets(demands, value);

    private bool Meets(IReadOnlyList<Demand> demands, JsonNode? value)
    {
        for (var i = 0; i < demands.Count; i++)
            if (!tools.Judge.Meets(demands[i], value)) return false;
        return true;
    }

    /// <summary>The whole value is sent, not its parts.</summary>
    private bool Arrives(JsonNode? value, SamplePlace place) => place.Depth > 0 || wire.Takes(value);

    private bool HasRoomFor(Demand member) =>
        member.Negated || (tools.HeightsFor(carrier).Of(member.Schema) <= OptionalDepth && !LeadsBack(tools.Flattener.Enters(member.Place)));

    private bool LeadsBack(IReadOnlyList<RawNode> entered)
    {
        for (var i = 0; i < entered.Count; i++)
            if (path.Contains(entered[i])) return true;
        return false;
    }

    /// <summary>A copy of a value the document gives.</summary>
    private Sample Copy(Sample sample)
    {
        if (sample.Value?.DeepClone() is not { } copy) return Sample.Of(null);
        given.Add(copy);
        return Sample.Of(copy);
    }

    /// <summary>
    /// Ways to read the schemas: the natural one, then with choices changed; each also with required members only, and of every type allowed.
    /// </summary>
    private IEnumerable<Attempt> Attempts(IReadOnlyList<Demand> demands, SamplePlace place)
    {
        var flattest = place.Depth >= OptionalDepth || effort == SampleEffort.Smallest;
        var first = Natural(demands, place);
        foreach (var attempt in Attempts(first)) yield return attempt;
        if (effort == SampleEffort.Straight && !first.Impossible && !first.Contradicts) yield break;
        foreach (var view in SchemaReadings.Of(first, picks => tools.Flattener.Flatten(demands, picks, path, flattest), place.Random))
            foreach (var attempt in Attempts(view)) yield return attempt;
    }

    private IEnumerable<Attempt> Attempts(SchemaView view)
    {
        if (view.Impossible || view.Contradicts) yield break;
        yield return new Attempt(view, 0, RequiredOnly: false);
        if (effort == SampleEffort.Searching) yield return new Attempt(view, 0, RequiredOnly: true);
        if (effort == SampleEffort.Straight) yield break;
        for (var type = 1; type < SchemaTypes.InOrder(view).Count; type++) yield return new Attempt(view, type, RequiredOnly: false);
    }

    private Sample BuildFrom(IReadOnlyList<Demand> demands, Attempt attempt, SamplePlace place)
    {
        var view = attempt.View;
        if (MayBeNull(view) && (place.Depth > OptionalDepth || LeadsBack(view.Entered))) return Sample.Of(null);
        if (attempt.Type == 0 && (view.Given ?? Given(view, demands)).Find(carrier, place.Depth > 0, place.Variation) is { Made: true } found)
            return Copy(found);
        for (var i = 0; i < view.Entered.Count; i++) path.Push(view.Entered[i]);
        var made = BuildTyped(demands, attempt, place with { Hint = GivenValues.PartOf(view, place.Hint) });
        for (var i = 0; i < view.Entered.Count; i++) path.Pop();
        return made;
    }

    private GivenValues Given(SchemaView view, IReadOnlyList<Demand> demands) => view.Given = new GivenValues(view, value => Meets(demands, value));

    private bool MayBeNull(SchemaView view) => !carrier.DropsEmpty && (view.Types & JsonTypes.Null) != 0 && view.Types != JsonTypes.All;

    private Sample BuildTyped(IReadOnlyList<Demand> demands, Attempt attempt, SamplePlace place)
    {
        var view = attempt.View;
        var types = view.TypesInOrder;
        if (attempt.Type >= types.Count) return Sample.None;
        var requiredOnly = attempt.RequiredOnly || effort == SampleEffort.Smallest;
        switch (types[attempt.Type])
        {
            case JsonTypes.Object or JsonTypes.Array when place.Depth >= carrier.MaxNesting && !TakesNearest: return Sample.None;
            case not JsonTypes.Object when carrier.IsNamed && place.Depth == 0 && !TakesNearest: return Sample.None;
            case JsonTypes.Object: return new ObjectSamples(this, view).Build(place, requiredOnly);
            case JsonTypes.Array: return new ArraySamples(this, view).Build(place, requiredOnly);
            case JsonTypes.String:
                var texts = new TextSamples(view, carrier);
                return FirstAccepted(demands, texts.Candidates(place), texts.MustVerify);
            case JsonTypes.Fraction: return FirstAccepted(demands, NumberSamples.Candidates(view.BoundsOf(integer: false), place), verify: false);
            case JsonTypes.Integer: return FirstAccepted(demands, NumberSamples.Candidates(view.BoundsOf(integer: true), place), verify: false);
            case JsonTypes.Boolean: return FirstAccepted(demands, [JsonValue.Create(place.Variation % 2 == 0), JsonValue.Create(place.Variation % 2 != 0)],
                verify: false);
            case JsonTypes.Null when !carrier.DropsEmpty: return Sample.Of(null);
            default: return Sample.None;
        }
    }

    private Sample FirstAccepted(IReadOnlyList<Demand> demands, IEnumerable<JsonNode> candidates, bool verify)
    {
        foreach (var candidate in candidates)
            if (!(verify || effort != SampleEffort.Straight) || Accepted(demands, candidate)) return Sample.Of(candidate);
        return Sample.None;
    }

    /// <param name="View">How the schemas are read.</param>
    /// <param name="Type">Which of the types allowed.</param>
    /// <param name="RequiredOnly">Whether optional members are left out.</param>
    private readonly record struct Attempt(SchemaView View, int Type, bool RequiredOnly);
}
