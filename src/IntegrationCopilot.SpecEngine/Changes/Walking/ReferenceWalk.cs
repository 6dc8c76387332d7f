namespace IntegrationCopilot.SpecEngine;

/// <summary>What became of an object that is a reference in one version or both.</summary>
internal enum ReferenceAnswer
{
    /// <summary>It is a reference in neither, or refers to the same: its members are compared.</summary>
    None,

    /// <summary>It refers to something else, which is told; its other members are compared.</summary>
    MembersRemain,

    /// <summary>All of it is told.</summary>
    Judged,
}

/// <summary>Compares what references lead to, where it is not the same component in both versions.</summary>
/// <remarks>Whatever differs there is told once, at the reference. What was compared before is not compared again, so recursion ends.</remarks>
internal sealed class ReferenceWalk(Comparison comparison)
{
    /// <summary>As deep as people nest, and little enough for any stack.</summary>
    private const int MaxDepth = 48;
    private const int MaxCompared = 4_000;

    private readonly Dictionary<(RawNode Old, RawNode New, bool IsSent, bool IsReceived), Verdict?> known = [];
    private readonly HashSet<(RawNode Old, RawNode New)> open = [];
    private int depth;
    private int compared;

    public ReferenceAnswer Compare(Place place, ChangeSink sink)
    {
        var (old, @new) = (place.Old.FindMember("$ref"u8), place.New.FindMember("$ref"u8));
        if (old.Kind != RawKind.String && @new.Kind != RawKind.String) return ReferenceAnswer.None;
        if (old.Kind == RawKind.String && @new.Kind == RawKind.String) return CompareBoth(place, old, @new, sink);
        sink.Add(place, Judge(place, comparison.Old.Resolve(place.Old), comparison.New.Resolve(place.New))
            ?? Verdict.Of(DocumentChangeRules.ReferenceRewritten));
        return ReferenceAnswer.Judged;
    }

    /// <summary>The worst of what differs between two values, references followed; null when they mean the same.</summary>
    public Verdict? Judge(Place place, RawNode old, RawNode @new)
    {
        if (!old.IsDefined || !@new.IsDefined)
            return old.IsDefined == @new.IsDefined
                ? null : (Verdict?)Verdict.Of(SchemaChangeRules.ConstraintChanged, place, "refers to what is not there in one version");
        var key = (old.Anchored, @new.Anchored, place.Use.IsSent, place.Use.IsReceived);
        if (known.TryGetValue(key, out var found)) return found;
        if (depth > MaxDepth || ++compared > MaxCompared || !open.Add((old.Anchored, @new.Anchored))) return null;
        depth++;
        var sink = new ChangeSink();
        new TreeWalk(comparison, sink, this).Compare(place.At(old, @new));
        depth--;
        open.Remove((old.Anchored, @new.Anchored));
        var verdict = known[key] = sink.Worst is { } worst ? new Verdict(worst.Rule, AndMore(worst.Message, sink.Count - 1)) : null;
        if (depth == 0) Forget();
        return verdict;
    }

    /// <summary>Messages name the place that refers, so what was found for one is not said of another.</summary>
    private void Forget()
    {
        compared = 0;
        known.Clear();
    }

    private ReferenceAnswer CompareBoth(Place place, RawNode old, RawNode @new, ChangeSink sink)
    {
        var (oldTarget, newTarget) = (comparison.Old.Target(place.Old, old), comparison.New.Target(place.New, @new));
        // One that is nothing else stands for the whole place: an item of a list that refers to something else is another item.
        var isAll = place.Old.Count == 1 && place.New.Count == 1;
        var reference = isAll ? place : place.Member(old, @new, ValueShape.Text);
        if (!oldTarget.IsDefined || !newTarget.IsDefined)
        {
            if (comparison.Hashes.AreSame(old, @new)) return ReferenceAnswer.None;
            sink.Add(reference, Verdict.Of(SchemaChangeRules.ConstraintChanged, place, "refers to what is not there in one version"));
            return ReferenceAnswer.MembersRemain;
        }
        if (comparison.IsComparedElsewhere(oldTarget, newTarget) || comparison.Components.TryPair(oldTarget, newTarget))
        {
            if (comparison.Hashes.AreSame(old, @new)) return ReferenceAnswer.None;
            sink.Add(reference, Renamed(oldTarget, newTarget));
            return ReferenceAnswer.MembersRemain;
        }
        var verdict = Judge(place, comparison.Old.Resolve(place.Old), comparison.New.Resolve(place.New));
        // The same text that leads elsewhere is no difference of the text; what differs is told there.
        if (!comparison.Hashes.AreSame(old, @new)) sink.Add(reference, verdict ?? Verdict.Of(DocumentChangeRules.ReferenceRewritten));
        return ReferenceAnswer.MembersRemain;
    }

    private static Verdict Renamed(RawNode old, RawNode @new) => old.Name == @new.Name
        ? Verdict.Of(DocumentChangeRules.ReferenceRewritten)
        : Verdict.Of(DocumentChangeRules.ReferenceRenamed, Excerpt.Of(old.Name), Excerpt.Of(@new.Name));

    private static string AndMore(string message, int more) =>
        more == 0 ? message : $"{message.TrimEnd('.')}; {more} further {(more == 1 ? "difference" : "differences")} in what this refers to.";
}
