namespace IntegrationCopilot.SpecEngine;

/// <summary>Joins things with lists and creations that lie elsewhere: <c>/silences</c> and <c>/silence/{id}</c>, <c>/accounts/{account}/apps</c> and
/// <c>/apps/{id}</c>.</summary>
internal sealed class CollectionJoiner(InferenceContext context)
{
    /// <summary>Gives each thing without list and creation the collection of its name: a sibling by its word, one elsewhere by word and schema.</summary>
    /// <param name="drafts">The things.</param>
    /// <param name="taken">Collections that belong to things already; grows.</param>
    public void Join(IReadOnlyList<ResourceDraft> drafts, Dictionary<PathNode, ResourceDraft> taken)
    {
        var loose = context.Tree.Nodes.Where(node => !node.IsParameter && !taken.ContainsKey(node) && !node.Segment.IsCall
            && IsCollection(node)).ToLookup(node => FoldedName.Singular(node.Segment.Text), StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (draft.Create is { Method: not "PUT" } || draft.List is not null || draft.Item is null) continue;
            if (Elsewhere(draft, loose) is not { } node || taken.ContainsKey(node)) continue;
            taken[node] = draft;
            Take(draft, node);
        }
    }

    private bool IsCollection(PathNode node) =>
        (node.Find("POST") is { } post && context.Does(post, OperationEffect.Creates))
            || (node.Find("GET") is { } get && context.Answers.List(get, FoldedName.Singular(node.Segment.Text)) is not null);

    private PathNode? Elsewhere(ResourceDraft draft, ILookup<string, PathNode> loose)
    {
        var candidates = loose[FoldedName.Singular(draft.Collection.Literal.Segment.Text)].Concat(loose[draft.Word]).Distinct().ToList();
        return candidates.Find(node => node.Parent == draft.Collection.Parent && !draft.Collection.IsParameter)
            ?? (candidates.FindAll(node => SameThing(draft, node)) is { Count: > 0 } same ? same.Find(node => node.Has("POST")) ?? same[0] : null);
    }

    /// <summary>What the collection lists or gives back when one is made has the thing's schema, by reference.</summary>
    private bool SameThing(ResourceDraft draft, PathNode node)
    {
        if (ResourceWords.SchemaName(draft.Schema) is not { Count: > 0 } name) return false;
        var word = FoldedName.Singular(node.Segment.Text);
        var listed = node.Find("GET") is { } get ? context.Answers.List(get, word)?.Schema ?? default : default;
        var made = node.Find("POST") is { } post ? context.Answers.Thing(post, word)?.Schema ?? default : default;
        var sent = node.Find("POST") is { } taking ? AnswerReader.RequestSchema(taking) : default;
        return ResourceWords.SchemaName(listed).SequenceEqual(name) || ResourceWords.SchemaName(made).SequenceEqual(name)
            || ResourceWords.SchemaName(sent).SequenceEqual(name);
    }

    private void Take(ResourceDraft draft, PathNode node)
    {
        draft.Collection = node;
        draft.Confidence = Math.Max(draft.Confidence, 0.8);
        draft.Evidence.Add(new ResourceEvidence(InferenceRule.SameName, node.Operations[0].Node));
        var word = FoldedName.Singular(node.Segment.Text);
        if (node.Find("GET") is { } get && context.Answers.List(get, word) is { } list) draft.SetList(get, list);
        if (node.Find("POST") is not { } post || !context.Does(post, OperationEffect.Creates)) return;
        draft.Create = post;
        if (context.Answers.Thing(post, word, draft.Schema) is { } made) draft.Answers.Add(made.For(post));
    }
}
