namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds what exists once, and what is only added and listed.</summary>
internal sealed class SingletonFinder(InferenceContext context)
{
    public ResourceDraft? At(PathNode node)
    {
        if (node.IsParameter || node.Segment.IsCall || node.Find("GET") is not { } get || node.ParameterChild is { Operations.Count: > 0 }) return null;
        var word = FoldedName.Singular(node.Segment.Text);
        if (context.Answers.List(get, word) is { } list) return AppendOnly(node, get, list);
        if (context.Answers.Thing(get, word) is not { } thing || Writing(node) is null) return null;
        var draft = Draft(node, ResourceKind.Singleton, InferenceRule.SingletonByMethods, thing.Schema);
        draft.Read = get;
        draft.Answers.Add(thing.For(get));
        draft.Replace = node.Find("PUT");
        draft.Update = node.Find("PATCH") ?? (node.Find("POST") is { } post && context.Does(post, OperationEffect.Changes) ? post : null);
        if (node.Find("POST") is { } create && context.Does(create, OperationEffect.Creates)) draft.Create = create;
        draft.Delete = node.Find("DELETE");
        AddAnswers(draft, word);
        return draft;
    }

    private ResourceDraft? AppendOnly(PathNode node, ApiOperation get, AnswerShape list)
    {
        if (node.Find("POST") is not { } post || !context.Does(post, OperationEffect.Creates)) return null;
        var draft = Draft(node, ResourceKind.AppendOnly, InferenceRule.AppendOnlyByMethods, list.Schema);
        draft.List = get;
        draft.Create = post;
        draft.Answers.Add(list.For(get));
        AddAnswers(draft, draft.Word);
        return draft;
    }

    private void AddAnswers(ResourceDraft draft, string word)
    {
        foreach (var operation in new[] { draft.Create, draft.Update, draft.Replace })
            if (operation is not null && context.Answers.Thing(operation, word) is { } shape) draft.Answers.Add(shape.For(operation));
    }

    private ApiOperation? Writing(PathNode node) => node.Find("PUT") ?? node.Find("PATCH") ?? (node.Find("POST") is { } post && !context.Does(post, OperationEffect.Safe) ? post : null);

    private static ResourceDraft Draft(PathNode node, ResourceKind kind, InferenceRule rule, RawNode schema)
    {
        var draft = new ResourceDraft { Kind = kind, Collection = node, Words = ResourceWords.Of(node, schema), Schema = schema, Confidence = 0.8 };
        draft.Evidence.Add(new ResourceEvidence(rule, node.Operations[0].Node));
        return draft;
    }
}
