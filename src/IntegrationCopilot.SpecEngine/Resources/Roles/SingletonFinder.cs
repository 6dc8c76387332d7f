namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds what exists once, and what is only added and listed.</summary>
internal sealed class SingletonFinder(InferenceContext context)
{
    public ResourceDraft? At(PathNode node)
    {
        if (node.IsParameter || node.Segment.IsCall || node.Parent is null || node.Find("GET") is not { } get
            || node.ParameterChild is { Operations.Count: > 0 } || !context.Does(get, OperationEffect.Safe)) return null;
        var word = FoldedName.Singular(node.Segment.Text);
        if (context.Answers.List(get, word) is { } list)
        {
            var added = AppendOnly(node, get, list);
            if (added is not null || !(node.Has("PUT") || node.Has("PATCH"))) return added;
        }
        if (Writing(node, get) is null) return null;
        var draft = Draft(node, ResourceKind.Singleton, InferenceRule.SingletonByMethods, context.Answers.Thing(get, word)?.Schema ?? default);
        draft.SetRead(get, context.Answers.Thing(get, word));
        draft.Replace = node.Find("PUT");
        draft.Update = node.Find("PATCH") ?? (node.Find("POST") is { } post && context.Does(post, OperationEffect.Changes) ? post : null);
        if (node.Find("POST") is { } create && context.Does(create, OperationEffect.Creates)) draft.Create = create;
        draft.Delete = node.Find("DELETE");
        AddAnswers(draft, word);
        return draft;
    }

    private ResourceDraft? AppendOnly(PathNode node, ApiOperation get, AnswerShape list)
    {
        if (node.Find("POST") is not { } post || !context.Does(post, OperationEffect.Creates)
            || PathVerb.Of(node, static _ => false) is { MayBeNoun: false, Form: VerbForm.Base }) return null;
        var draft = Draft(node, ResourceKind.AppendOnly, InferenceRule.AppendOnlyByMethods, list.Schema);
        draft.SetList(get, list);
        draft.Create = post;
        AddAnswers(draft, draft.Word);
        return draft;
    }

    private void AddAnswers(ResourceDraft draft, string word)
    {
        foreach (var operation in new[] { draft.Create, draft.Update, draft.Replace })
            if (operation is not null && context.Answers.Thing(operation, word) is { } shape) draft.Answers.Add(shape.For(operation));
    }

    /// <summary>PUT or PATCH write it; POST does where the answer is one thing; DELETE alone resets it.</summary>
    private ApiOperation? Writing(PathNode node, ApiOperation get) => node.Find("PUT") ?? node.Find("PATCH")
        ?? (node.Find("POST") is { } post && !context.Does(post, OperationEffect.Safe) && context.Answers.Thing(get, "") is not null
            && node.ParameterChild is null && PathVerb.Of(node, static _ => true) is null ? post : null)
        ?? (context.Answers.Thing(get, "") is not null && node.ParameterChild is null ? node.Find("DELETE") : null);

    private static ResourceDraft Draft(PathNode node, ResourceKind kind, InferenceRule rule, RawNode schema)
    {
        var draft = new ResourceDraft { Kind = kind, Collection = node, Words = ResourceWords.Of(node, schema), Schema = schema, Confidence = 0.8 };
        draft.Evidence.Add(new ResourceEvidence(rule, node.Operations[0].Node));
        return draft;
    }
}
