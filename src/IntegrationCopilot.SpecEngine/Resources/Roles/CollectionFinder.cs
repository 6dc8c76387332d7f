namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the things that have paths of their own: paths that end in a parameter, and the paths without it.</summary>
internal sealed class CollectionFinder(InferenceContext context)
{
    /// <summary>The resource whose things are at a parameter; null when that names no thing.</summary>
    public ResourceDraft? At(PathNode item, IReadOnlyDictionary<PathNode, ResourceDraft> above)
    {
        if (!item.IsParameter || item.Parent is not { Parent: not null } before) return null;
        var steps = KeySteps(item, above);
        var collection = steps[0].Parent!;
        if (collection.IsParameter && !above.ContainsKey(collection) && before != collection) return null;
        if (collection.Parent is null || (!collection.IsParameter && IsCall(collection))) return null;
        var word = FoldedName.Singular(LiteralOf(collection).Segment.Text);
        var list = collection.Find("GET") is { } getAll ? context.Answers.List(getAll, word) : null;
        var read = item.Find("GET") is { } getOne ? Reading(getOne, word) : null;
        if (!IsItem(item, collection, list, read)) return null;
        var schema = read?.Schema ?? list?.Schema ?? default;
        var draft = new ResourceDraft { Kind = ResourceKind.Collection, Item = item, Collection = collection, KeySteps = steps, Words = ResourceWords.Of(LiteralOf(collection), schema), Schema = schema };
        if (list is not null) SetList(draft, collection.Find("GET")!, list);
        if (read is not null) SetRead(draft, item.Find("GET")!, read);
        new RoleFinder(context).Assign(draft);
        Judge(draft, list is not null);
        return draft;
    }

    /// <summary>Several parameters in a row are one key, unless those before name things themselves.</summary>
    private List<PathNode> KeySteps(PathNode item, IReadOnlyDictionary<PathNode, ResourceDraft> above)
    {
        List<PathNode> steps = [item];
        for (var node = item.Parent!; node.IsParameter && !above.ContainsKey(node) && !Lists(node); node = node.Parent!) steps.Insert(0, node);
        return steps;
    }

    private bool Lists(PathNode node) => node.Find("GET") is { } get && context.Answers.List(get, "") is not null;

    private static PathNode LiteralOf(PathNode node)
    {
        while (node is { IsParameter: true, Parent: not null }) node = node.Parent;
        return node;
    }

    private bool IsCall(PathNode collection) =>
        collection.Operations.Count == 0 && PathVerb.Of(collection.ParameterChild ?? collection, static _ => false) is { MayBeNoun: false, Form: VerbForm.Base };

    private AnswerShape? Reading(ApiOperation get, string word)
    {
        if (context.Answers.List(get, word) is { Form: AnswerForm.Array or AnswerForm.Identifiers } list && (list.Envelope.Length == 0 || list.Envelope.Count(c => c == '/') == 1 && context.Answers.Thing(get, word) is not { Envelope.Length: > 0 })) return null;
        return context.Answers.Thing(get, word);
    }

    private bool IsItem(PathNode item, PathNode collection, AnswerShape? list, AnswerShape? read)
    {
        var adds = collection.Find("POST") is { } post && context.Does(post, OperationEffect.Creates);
        var writes = item.Has("PUT") || item.Has("PATCH") || item.Has("DELETE");
        if (writes) return true;
        if (read is not null) return list is not null || adds || HasOwnField(item, collection, read);
        if (item.Operations.Count > 0 && item.Has("GET")) return false;
        return item.Operations.Count == 0 ? adds && item.Children.Count > 0 : adds || list is not null;
    }

    /// <summary>A path that only answers may be a report on a year, a country or a language: it is a thing when the answer holds what names it.</summary>
    private bool HasOwnField(PathNode item, PathNode collection, AnswerShape read)
    {
        if (item.Find("GET")!.Parameters.FirstOrDefault(p => p.Place == ParameterPlace.Path && p.Name == item.Segment.Parameters[^1]) is { } parameter
            && context.Answers.Resolve(parameter.Schema).FindMember("enum"u8).IsArray) return false;
        var name = FoldedName.Of(item.Segment.Parameters[^1]);
        HashSet<string> aliases = [FoldedName.Singular(LiteralOf(collection).Segment.Text), string.Concat(ResourceWords.SchemaName(read.Schema))];
        return context.Answers.FieldsOf(read.Schema).Keys.Any(field => IdentifierScores.OfName(name, aliases, FoldedName.Of(field)) is { Value: >= 0.7 });
    }

    private static void SetList(ResourceDraft draft, ApiOperation get, AnswerShape list)
    {
        draft.List = get;
        draft.Answers.Add(list.For(get));
    }

    private static void SetRead(ResourceDraft draft, ApiOperation get, AnswerShape read)
    {
        draft.Read = get;
        draft.Answers.Add(read.For(get));
    }

    private static void Judge(ResourceDraft draft, bool listed)
    {
        var beside = listed || draft.Collection.Operations.Count > 0;
        draft.Evidence.Add(new ResourceEvidence(beside ? InferenceRule.ItemBesideCollection : InferenceRule.ItemByMethods, (draft.Item!.Operations.Count > 0 ? draft.Item.Operations : draft.Collection.Operations).FirstOrDefault()?.Node ?? default));
        draft.Confidence = beside ? 0.95 : 0.75;
    }
}
