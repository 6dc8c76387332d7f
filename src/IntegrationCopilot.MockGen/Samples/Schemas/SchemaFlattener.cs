using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Unfolds schemas into a <see cref="SchemaView"/>. What is unfolded without any special wish is kept.</summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class SchemaFlattener(SchemaNavigator navigator, SchemaHeights heights)
{
    private readonly ConcurrentDictionary<(Demand Demand, bool Flattest), SchemaView> views = new();
    private readonly ConcurrentDictionary<RawNode, SchemaPart> parts = new();
    private readonly ConcurrentDictionary<SchemaPlace, IReadOnlyList<RawNode>> entered = new();

    public SchemaNavigator Navigator => navigator;

    public SchemaHeights Heights => heights;

    /// <summary>The schemas as one.</summary>
    /// <param name="demands">All of which apply.</param>
    /// <param name="picks">Which branch to take, by <see cref="SchemaChoice.Keyword"/>; the first where it is silent. Null for the first everywhere.</param>
    /// <param name="avoid">Schemas that would be entered again; branches leading to them are tried last.</param>
    /// <param name="flattest">Whether the branch with the flattest values goes first, rather than the first written.</param>
    public SchemaView Flatten(IReadOnlyList<Demand> demands, IReadOnlyDictionary<SchemaTerm, int>? picks, IReadOnlyCollection<RawNode> avoid, bool flattest)
    {
        if (picks is not null || demands.Count != 1) return Unfold(demands, picks, avoid, flattest);
        if (!views.TryGetValue((demands[0], flattest), out var view)) view = views.GetOrAdd((demands[0], flattest), Unfold(demands, null, [], flattest));
        return view.Choices.Count > 0 && LeadsInto(view, avoid) ? Unfold(demands, null, avoid, flattest) : view;
    }

    private bool LeadsInto(SchemaView view, IReadOnlyCollection<RawNode> avoid) => view.Choices.Any(c => LeadsInto(c, avoid));

    /// <summary>What the schemas ask whatever branches are taken.</summary>
    public SchemaView Certain(IReadOnlyList<Demand> demands) => new SchemaUnfolding(this, null, [], flattest: false, certain: true).Run(demands);

    /// <summary>
    /// The schemas a value of this one certainly enters: the targets of its references, also through <c>allOf</c> and as the items of a list.
    /// </summary>
    public IReadOnlyList<RawNode> Enters(SchemaPlace schema) => entered.GetOrAdd(schema, static (s, f) => f.FindEntered(s), this);

    public SchemaPart PartOf(RawNode schema) => parts.GetOrAdd(schema, static (s, f) => SchemaPartReader.Read(s, f.Navigator.SiblingsCount), this);

    private SchemaView Unfold(IReadOnlyList<Demand> demands, IReadOnlyDictionary<SchemaTerm, int>? picks, IReadOnlyCollection<RawNode> avoid, bool flattest) =>
        new SchemaUnfolding(this, picks, avoid, flattest).Run(demands);

    private bool LeadsInto(SchemaChoice choice, IReadOnlyCollection<RawNode> avoid) =>
        avoid.Count > 0 && choice.Branches[0].Demands.Any(d => navigator.Follow(d.Place).Any(t => avoid.Contains(t.Schema)));

    private List<RawNode> FindEntered(SchemaPlace schema)
    {
        var found = new List<RawNode>();
        var open = new Queue<SchemaPlace>([schema]);
        for (var seen = 0; seen < 32 && open.TryDequeue(out var place); seen++)
        {
            if (!place.Schema.IsObject) continue;
            var part = PartOf(place.Schema);
            foreach (var target in part.HasReference ? navigator.Follow(place) : [])
            {
                found.Add(target.Schema);
                open.Enqueue(target);
            }
            foreach (var all in part.AllOf) open.Enqueue(navigator.Enter(place, all.Node));
            if (part.Items is { Node.IsObject: true } items) open.Enqueue(navigator.Enter(place, items.Node));
        }
        return found;
    }
}
