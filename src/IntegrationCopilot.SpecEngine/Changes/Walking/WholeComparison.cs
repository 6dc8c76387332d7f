namespace IntegrationCopilot.SpecEngine;

/// <summary>Compares two descriptions part by part: what the paths refer to tells which components are one, so components come last.</summary>
internal sealed class WholeComparison
{
    /// <summary>What editions write in different places; that one edition took the place of another is told once.</summary>
    private static readonly HashSet<ChangeRule> MeansTheSame =
        [DocumentChangeRules.Rewritten, DocumentChangeRules.ReferenceRewritten, DocumentChangeRules.ComponentAdded,
        DocumentChangeRules.ComponentRemoved, DocumentChangeRules.Order, DocumentChangeRules.PartOfAnother, MessageChangeRules.ParameterMoved,
        MessageChangeRules.SchemaPresence];

    private readonly Comparison comparison;
    private readonly ChangeSink sink = new();
    private readonly TreeWalk walk;
    private readonly ObjectShape shape;

    public WholeComparison(ApiSpec old, ApiSpec @new, CancellationToken cancellationToken)
    {
        shape = DescriptionShapes.RootOf(old.Edition == OpenApiEdition.V20 && @new.Edition == OpenApiEdition.V20 ? OpenApiEdition.V20 : OpenApiEdition.V31);
        comparison = new Comparison(Compared(old, cancellationToken), Compared(@new, cancellationToken), cancellationToken);
        walk = new TreeWalk(comparison, sink, new ReferenceWalk(comparison));
    }

    public IReadOnlyList<ApiChange> Compare()
    {
        var root = new Place(comparison.Old.Root, comparison.New.Root, shape, Use.None);
        walk.CompareMembers(root, member => !IsOfComponents(member));
        foreach (var home in Homes(root))
        {
            if (home != root) walk.CompareMembers(home, member => !Shelves.IsShelf(member));
            CompareComponents(home);
        }
        ComparePartsOfOtherDocuments();
        return AreWrittenAlike ? sink.Changes : [.. sink.Changes.Where(change => !MeansTheSame.Contains(change.Rule))];
    }

    /// <summary>Whether both are of OpenAPI 2.0, or both of OpenAPI 3, which write most things in the same places.</summary>
    private bool AreWrittenAlike => (comparison.Old.Spec.Edition == OpenApiEdition.V20) == (comparison.New.Spec.Edition == OpenApiEdition.V20);

    private ComparedSpec Compared(ApiSpec spec, CancellationToken cancellationToken) => new(spec,
        spec.Edition == OpenApiEdition.V20 && shape.Name != ShapeNames.Root2 ? OpenApi2View.Of(spec) : spec.Document.Root, shape, cancellationToken);

    private bool IsOfComponents(RawNode member) =>
        shape.Name == ShapeNames.Root2 ? Shelves.IsShelf(member) : member.NameEquals("components"u8) && IsInBoth("components");

    private bool IsInBoth(string member) => comparison.Old.Root[member].IsObject && comparison.New.Root[member].IsObject;

    /// <summary>The objects that hold maps of components: one of that name, or the description itself in OpenAPI 2.0.</summary>
    private IEnumerable<Place> Homes(Place root)
    {
        if (shape.Name == ShapeNames.Root2) yield return root;
        else if (IsInBoth("components"))
            yield return root.Member(comparison.Old.Root["components"], comparison.New.Root["components"], shape.Find("components"u8)!.Value);
    }

    private void CompareComponents(Place home)
    {
        foreach (var shelf in walk.MembersOf(home).Where(m => Shelves.IsShelf(m.Either)).OrderBy(m => Shelves.RankOf(m.Name)))
        {
            if (shelf.IsAdded || shelf.IsRemoved || !shelf.Old.IsObject || !shelf.New.IsObject) walk.Compare(shelf);
            else CompareShelf(shelf);
            comparison.Components.Close(Shelves.NameOf(shelf.Either));
        }
    }

    /// <summary>Comparing schemas may show that further ones are one under two names; what then has no partner is gone or new.</summary>
    private void CompareShelf(Place shelf)
    {
        var inside = shelf.Shape?.Others ?? ValueShape.Any;
        foreach (var component in shelf.New.Children)
            if (shelf.Old[component.Name] is { IsDefined: true } old && shelf.New[component.Name] == component) walk.Compare(
                Component(shelf, old, component, inside));
        while (comparison.Components.TakeRenamed(Shelves.NameOf(shelf.Either)) is { } pair) CompareRenamed(shelf, pair, inside);
        foreach (var component in shelf.New.Children.Where(c => !shelf.Old[c.Name].IsDefined && !comparison.Components.IsPaired(c)))
            walk.Compare(Component(shelf, default, component, inside));
        foreach (var component in shelf.Old.Children.Where(c => !shelf.New[c.Name].IsDefined && !comparison.Components.IsPaired(c)))
            walk.Compare(Component(shelf, component, default, inside));
    }

    private void CompareRenamed(Place shelf, (RawNode Old, RawNode New) pair, ValueShape inside)
    {
        var place = Component(shelf, pair.Old, pair.New, inside);
        sink.Add(place, Verdict.Of(DocumentChangeRules.ComponentRenamed, Excerpt.Of(pair.Old.Name), Excerpt.Of(pair.New.Name)));
        walk.Compare(place);
    }

    private Place Component(Place shelf, RawNode old, RawNode @new, ValueShape inside) =>
        shelf.Member(old, @new, inside,
            old.IsDefined && @new.IsDefined && !comparison.Hashes.AreSame(old, @new)
            ? comparison.Old.Uses.Of(old).And(comparison.New.Uses.Of(@new)) : Use.None);

    private void ComparePartsOfOtherDocuments()
    {
        var news = comparison.New.Uses.InOtherDocuments.DistinctBy(part => Name(comparison.New, part.Node))
            .ToDictionary(part => Name(comparison.New, part.Node));
        HashSet<(string, string)> done = [];
        foreach (var (old, partShape) in comparison.Old.Uses.InOtherDocuments)
        {
            var name = Name(comparison.Old, old);
            if (!done.Add(name) || !news.TryGetValue(name, out var other)) continue;
            var use = comparison.Old.Uses.Of(old).And(comparison.New.Uses.Of(other.Node));
            walk.Compare(new Place(old, other.Node, partShape, use));
        }
    }

    private static (string Document, string Pointer) Name(ComparedSpec spec, RawNode node) => (spec.NameOf(node.Document!), node.Pointer);
}
