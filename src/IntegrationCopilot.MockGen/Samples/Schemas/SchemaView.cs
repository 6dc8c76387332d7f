using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Several schemas read as one: a value must do with each what is demanded. References and <c>allOf</c> are unfolded, and of <c>oneOf</c>, <c>anyOf</c> and
/// <c>if</c> one branch was picked.
/// </summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class SchemaView
{
    private readonly SchemaNavigator navigator;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Demand>> members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<object, object> kept = new();
    private IReadOnlyList<string>? allNames;
    private IReadOnlyList<JsonTypes>? typesInOrder;
    private TextDemands? texts;
    private NumberBounds? bounds;
    private NumberBounds? wholeBounds;

    public SchemaView(IReadOnlyList<PlacedPart> parts, SchemaNavigator navigator)
    {
        Parts = parts;
        this.navigator = navigator;
        Types = JsonTypes.All;
        var required = new HashSet<string>(StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        List<string> inOrder = [];
        List<string> names = [];
        foreach (var (part, _) in parts)
        {
            Types &= part.Types;
            inOrder.AddRange(part.Required.Where(required.Add));
            names.AddRange(part.Properties.Keys.Where(named.Add));
            Absent.UnionWith(part.Absent);
            (MinLength, MaxLength) = (Math.Max(MinLength, part.MinLength), Math.Min(MaxLength, part.MaxLength));
            (MinItems, MaxItems) = (Math.Max(MinItems, part.MinItems), Math.Min(MaxItems, part.MaxItems));
            (MinProperties, MaxProperties) = (Math.Max(MinProperties, part.MinProperties), Math.Min(MaxProperties, part.MaxProperties));
            WantsFurther |= part.WantsFurther;
            HasExamples |= part.Examples.Count > 0;
            HasDependents |= part.DependentRequired.Count > 0;
        }
        Required = inOrder;
        MemberNames = names;
        Contradicts = Types == JsonTypes.None || Absent.Overlaps(required);
    }

    /// <summary>The schema objects that apply together.</summary>
    public IReadOnlyList<PlacedPart> Parts { get; }

    /// <summary>Whether one of them accepts nothing.</summary>
    public required bool Impossible { get; init; }

    /// <summary>Whether what they ask shows already that they ask too much.</summary>
    public bool Contradicts { get; }

    /// <summary>The choices met on the way.</summary>
    public required IReadOnlyList<SchemaChoice> Choices { get; init; }

    /// <summary>Schemas entered through references, which tell recursion.</summary>
    public required IReadOnlyList<RawNode> Entered { get; init; }

    /// <summary>What discriminators say of members: name to text.</summary>
    public required IReadOnlyDictionary<string, string> Discriminated { get; init; }

    /// <summary>The types every part allows.</summary>
    public JsonTypes Types { get; }

    /// <summary>Names every value must have, in order, each once.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Names of the described members, in order, each once.</summary>
    public IReadOnlyList<string> MemberNames { get; }

    /// <summary>Names no value may have.</summary>
    public HashSet<string> Absent { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Formats => Parts.Select(p => p.Part.Format).OfType<string>();

    public IEnumerable<string> Patterns => Parts.Select(p => p.Part.Pattern).OfType<string>();

    public int MinLength { get; }

    public int MaxLength { get; } = int.MaxValue;

    public int MinItems { get; }

    public int MaxItems { get; } = int.MaxValue;

    public int MinProperties { get; }

    public int MaxProperties { get; } = int.MaxValue;

    /// <summary>What <see cref="SchemaPart.WantsFurther"/> says of any part.</summary>
    public bool WantsFurther { get; }

    /// <summary>Whether the document gives examples.</summary>
    public bool HasExamples { get; }

    /// <summary>Whether members need others beside them.</summary>
    public bool HasDependents { get; }

    /// <summary>Names of all members that are described or required, in order, each once.</summary>
    public IReadOnlyList<string> AllNames => allNames ??= [.. MemberNames.Concat(Required).Distinct(StringComparer.Ordinal)];

    /// <summary>The types, the one a sample had best be of in front.</summary>
    public IReadOnlyList<JsonTypes> TypesInOrder => typesInOrder ??= SchemaTypes.InOrder(this);

    /// <summary>What is asked of a text.</summary>
    public TextDemands Texts => texts ??= new TextDemands(this);

    /// <summary>The values the document gives; null until somebody asked for them.</summary>
    public GivenValues? Given { get; set; }

    /// <summary>What is asked of a number.</summary>
    public NumberBounds BoundsOf(bool integer) =>
        integer ? wholeBounds ??= NumberBounds.Of(this, integer: true) : bounds ??= NumberBounds.Of(this, integer: false);

    /// <summary>Something worked out from this view, once.</summary>
    /// <param name="key">What it is kept under.</param>
    /// <param name="make">Works it out.</param>
    public T Keep<T>(object key, Func<SchemaView, T> make) where T : class => (T)kept.GetOrAdd(key, static (_, a) => a.make(a.view), (make, view: this));

    /// <summary>What applies to a member of that name.</summary>
    public IReadOnlyList<Demand> Member(string name) => members.GetOrAdd(name, static (n, view) => view.FindMember(n), this);

    /// <summary>What applies to the item of that index: positional schemas where there are, else <c>items</c>.</summary>
    public IReadOnlyList<Demand> Item(int index)
    {
        var found = new List<Demand>();
        foreach (var (part, place) in Parts)
        {
            if (index < part.PrefixItems.Count) AddTo(found, part.PrefixItems[index], place);
            else if (part.Items is { } items) AddTo(found, items, place);
        }
        if (found.Count == 0)
            foreach (var (part, place) in Parts) AddTo(found, part.UnevaluatedItems, place);
        return found;
    }

    /// <summary>The schemas that items are counted against, each with how many are to meet it.</summary>
    public IEnumerable<(Demand Schema, int Min, int Max)> Contained() =>
        Parts.Where(p => p.Part.Contains is not null)
            .Select(p => (At(p.Place, p.Part.Contains!.Value), p.Part.MinContains ?? 1, p.Part.MaxContains ?? int.MaxValue));

    /// <summary>What names of members must meet.</summary>
    public IReadOnlyList<Demand> Names() => [.. Parts.Where(p => p.Part.PropertyNames is not null).Select(p => At(p.Place, p.Part.PropertyNames!.Value))];

    /// <summary>Schemas of members that are not described by name.</summary>
    public IReadOnlyList<Demand> Further() =>
        [.. Parts.SelectMany(p =>
            p.Part.PatternProperties.Select(x => x.Schema).Concat(p.Part.AdditionalProperties is { } a ? [a] : []).Select(t => At(p.Place, t)))];

    private List<Demand> FindMember(string name)
    {
        var found = new List<Demand>();
        var described = false;
        foreach (var (part, place) in Parts)
        {
            var before = found.Count;
            var own = part.Properties.TryGetValue(name, out var schema);
            if (own) found.Add(At(place, schema));
            foreach (var (pattern, matching) in part.PatternProperties)
                if (PatternCache.Find(pattern)?.IsMatch(name) == true) found.Add(At(place, matching));
            if (!own && found.Count == before) AddTo(found, part.AdditionalProperties, place);
            described |= found.Count > before;
        }
        if (!described)
            foreach (var (part, place) in Parts) AddTo(found, part.UnevaluatedProperties, place);
        return found;
    }

    private void AddTo(List<Demand> found, SchemaTerm? term, SchemaPlace place)
    {
        if (term is { Node.IsDefined: true } defined) found.Add(At(place, defined));
    }

    private Demand At(SchemaPlace place, SchemaTerm term) => new(navigator.Enter(place, term.Node), term.Negated);
}
