namespace IntegrationCopilot.SpecEngine;

/// <summary>Walks two trees side by side, along the shapes of the standard, and has each difference judged once.</summary>
/// <remarks>
/// What differs inside a value that has no shape (an example, an extension) is one difference. Recursion is bounded by the depth the reader allows, and where
/// references are followed by <see cref="ReferenceWalk"/>.
/// </remarks>
internal sealed class TreeWalk(Comparison comparison, ChangeSink sink, ReferenceWalk references)
{
    private readonly MemberPairs pairs = new(comparison);
    private readonly ItemKeys keys = new(comparison);
    private readonly ChangeJudge judge = new(comparison, references);

    /// <summary>Compares what stands at a place, or tells that it was added or removed.</summary>
    public void Compare(Place place)
    {
        comparison.CancellationToken.ThrowIfCancellationRequested();
        if (comparison.Hashes.AreSame(place.Old, place.New)) return;
        if (place.Shape is not null && place.Old.IsObject && place.New.IsObject) CompareObjects(place);
        else Report(place);
    }

    /// <summary>Compares those members of two objects that are asked for.</summary>
    public void CompareMembers(Place place, Func<RawNode, bool> isAskedFor)
    {
        foreach (var member in MembersOf(place).Where(m => isAskedFor(m.Either))) CompareMember(place, member);
    }

    /// <summary>The members of two objects, those of both as one.</summary>
    public IEnumerable<Place> MembersOf(Place place) => pairs.Of(place).Select(pair => place.Member(pair.Old, pair.New,
        ShapeNames.Inside(place.Shape!, pair.New.IsDefined ? pair.New : pair.Old), UseOf.Member(place, pair.Old, pair.New, comparison)));

    private void CompareObjects(Place place)
    {
        var refers = references.Compare(place, sink);
        if (refers == ReferenceAnswer.Judged) return;
        CompareMembers(place, member => refers == ReferenceAnswer.None || !member.NameEquals("$ref"u8));
    }

    private void CompareMember(Place place, Place member)
    {
        if (!member.IsAdded && !member.IsRemoved && member.Name != member.NewName) sink.Add(member, judge.OfName(member));
        var inside = ShapeNames.Inside(place.Shape!, member.Either);
        if (inside.Items is { } items && member.Old.IsArray && member.New.IsArray && ItemKeys.AreCompared(member)) CompareLists(member, items);
        else Compare(member);
    }

    private void CompareLists(Place place, ValueShape items)
    {
        if (comparison.Hashes.AreSame(place.Old, place.New)) return;
        var (oldKey, newKey) = keys.Of(place);
        var found = ListMatches.Of(place.Old, place.New, oldKey, newKey, comparison.Hashes);
        foreach (var pair in found)
        {
            var item = place.Item(At(pair.OldAt), At(pair.NewAt), pair.Old, pair.New, items.Object);
            if (item.IsAdded || item.IsRemoved) Report(item);
            else Compare(item);
        }
        if (ListMatches.AreReordered(found)) sink.Add(place, Verdict.Of(DocumentChangeRules.Order, Excerpt.Of(place.Name)));
    }

    private void Report(Place place) => sink.Add(place, judge.Of(place));

    private static string At(int index) => index < 0 ? "" : index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
