namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the things that have paths of their own: paths that end in a parameter, and the paths without it.</summary>
internal sealed class CollectionFinder(InferenceContext context)
{
    private readonly ItemJudge judge = new(context);

    /// <summary>The resource whose things are at a parameter; null when that names no thing.</summary>
    public ResourceDraft? At(PathNode item, IReadOnlyDictionary<PathNode, ResourceDraft> above)
    {
        if (!item.IsParameter || IsScope(item) || IsSearched(item)) return null;
        var steps = KeySteps(item, above);
        var collection = steps[0].Parent!;
        if (!judge.MayHold(item, collection)) return null;
        var word = FoldedName.Singular(collection.Literal.Segment.Text);
        var list = collection.Find("GET") is { } getAll ? context.Answers.List(getAll, word, several: true) : null;
        var read = Reading(item, word, list);
        if (!judge.IsItem(item, collection, list, read)) return null;
        return Draft(item, collection, steps, list, read);
    }

    private ResourceDraft Draft(PathNode item, PathNode collection, List<PathNode> steps, AnswerShape? list, Reading read)
    {
        var schema = SchemaAt(item, collection, read, list);
        var draft = new ResourceDraft { Kind = ResourceKind.Collection, Item = item, Collection = collection, KeySteps = steps,
            Words = ResourceWords.Of(collection.Literal, schema), Schema = schema };
        if (collection.Find("GET") is { } getAll && (list is not null || context.Answers.IsSilent(getAll))) draft.SetList(getAll, list);
        if (read.Is && item.Find("GET") is { } getOne && !(read.Shape is { } shape && IsOther(shape.Schema, schema))) draft.SetRead(getOne, read.Shape);
        new RoleFinder(context).Assign(draft);
        var beside = list is not null || collection.Operations.Count > 0;
        var place = (item.Operations.Count > 0 ? item : collection).Operations;
        draft.Evidence.Add(new ResourceEvidence(beside ? InferenceRule.ItemBesideCollection : InferenceRule.ItemByMethods, place.Count > 0 ? place[0].Node
            : context.Spec.Document.Root));
        draft.Confidence = beside ? 0.95 : 0.75;
        return draft;
    }

    /// <summary>
    /// At <c>/v1/{name}</c>, where everything there is may be, what is written says what the thing is. Bare values tell less of it than a list of objects.
    /// </summary>
    private RawNode SchemaAt(PathNode item, PathNode collection, Reading read, AnswerShape? list)
    {
        if (IsBare(collection) && (item.Find("PATCH") ?? item.Find("PUT")) is { } write && AnswerReader.RequestSchema(write) is { IsDefined: true } written)
            return written;
        return (read.Shape is { Form: AnswerForm.Identifiers } ? list?.Schema : null) ?? read.Shape?.Schema ?? list?.Schema ?? default;
    }

    private bool IsOther(RawNode one, RawNode other) =>
        one != other && ResourceWords.SchemaName(one) is { Count: > 0 } a && ResourceWords.SchemaName(other) is { Count: > 0 } b && !a.SequenceEqual(b);

    private static bool IsBare(PathNode collection) => collection.Parent is null || ResourceWords.IsVersion(collection.Segment.Text);

    /// <summary>A parameter at which nothing ends and beneath which only parameters lie is part of a longer key.</summary>
    private static bool IsScope(PathNode item) => item.Operations.Count == 0 && item.Children.TrueForAll(child => child.IsParameter);

    /// <summary>
    /// <c>GET /objects/{type}?external_id=</c> finds by another name what <c>GET /objects/{type}/{id}</c> reads: the type names none of them, it says where
    /// they lie.
    /// </summary>
    private bool IsSearched(PathNode node) =>
        node.Find("GET") is { } search && node.ParameterChild?.Find("GET") is { } read
        && search.Parameters.Any(parameter => parameter is { Place: ParameterPlace.Query, Required: true })
        && context.Answers.Thing(search, "") is { } found && context.Answers.Thing(read, "") is { } thing
        && context.Answers.Resolve(found.Schema) == context.Answers.Resolve(thing.Schema);

    /// <summary>Several parameters in a row are one key, unless those before name things themselves, or things are looked for beneath them.</summary>
    private List<PathNode> KeySteps(PathNode item, IReadOnlyDictionary<PathNode, ResourceDraft> above)
    {
        List<PathNode> steps = [item];
        for (var node = item.Parent!; node.IsParameter && !above.ContainsKey(node) && !Lists(node) && !IsSearched(node); node = node.Parent!) steps.Insert(
            0, node);
        return steps;
    }

    private bool Lists(PathNode node) => node.Find("GET") is { } get && context.Answers.List(get, "") is not null;

    /// <summary>How one is read: as an object, as an array that holds it, or without a word on what the answer holds.</summary>
    private Reading Reading(PathNode item, string word, AnswerShape? list)
    {
        if (item.Find("GET") is not { } get) return default;
        if (context.Answers.OnlyList(get, word) is { } several)
        {
            var same = list is not null && context.Answers.Resolve(list.Schema) == context.Answers.Resolve(several.Schema);
            if (list is not null && !same && context.Answers.Thing(get, word, list.Schema) is { } listed
                && context.Answers.Resolve(listed.Schema) == context.Answers.Resolve(list.Schema)) return new Reading(true, listed);
            if (item.ParameterChild is { Operations.Count: > 0 } && !same) return default;
            return same || item.Has("PUT") || item.Has("PATCH") || item.Has("DELETE") ? new Reading(true, several) : default;
        }
        return context.Answers.Thing(get, word, list?.Schema ?? default) is { } thing ? new Reading(true, thing)
            : new Reading(context.Answers.IsSilent(get), null);
    }
}

/// <summary>Whether one thing is read at a place, and where it lies in the answer.</summary>
internal readonly record struct Reading(bool Is, AnswerShape? Shape);
