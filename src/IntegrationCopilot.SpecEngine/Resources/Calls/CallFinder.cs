namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the things behind operations that are calls, and the field that takes their identifier.</summary>
internal sealed class CallFinder(InferenceContext context)
{
    public List<ResourceDraft> Find(IReadOnlyCollection<ApiOperation> taken)
    {
        Dictionary<string, List<(ApiOperation Operation, CallName Name)>> groups = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach (var operation in context.Spec.Operations)
        {
            if (taken.Contains(operation) || CallName.Of(context.Tree.Of(operation)) is not { } name || name.Words.Count == 0) continue;
            var key = $"{name.Scope}|{string.Concat(name.Words)}";
            if (!groups.TryGetValue(key, out var group))
            {
                groups[key] = group = [];
                order.Add(key);
            }
            group.Add((operation, name));
        }
        return [.. order.Select(key => Draft(groups[key])).OfType<ResourceDraft>()];
    }

    private ResourceDraft? Draft(List<(ApiOperation Operation, CallName Name)> calls)
    {
        if (calls.Count < 2) return null;
        var draft = new ResourceDraft { Kind = ResourceKind.Collection, Collection = context.Tree.Of(calls[0].Operation), Words = calls[0].Name.Words,
            IsCalled = true, Confidence = 0.8 };
        foreach (var (operation, name) in calls) Assign(draft, operation, name);
        if (!IsThing(draft)) return null;
        draft.CallParameter = CallParameters.Of(context, draft);
        if (draft is { Create: null, CallParameter: null } || (draft.Read is null && draft.List is null && draft.CallParameter is null)) return null;
        if (draft.Delete is null && calls.Find(c => c.Name.Verb is "revoke" && draft.Actions.Contains(c.Operation)).Operation is { } revoke)
        {
            draft.Delete = revoke;
            draft.Actions.Remove(revoke);
        }
        draft.Evidence.Add(new ResourceEvidence(InferenceRule.CallNames, calls[0].Operation.Node));
        AddAnswers(draft);
        return draft;
    }

    /// <summary>It is made, or read and listed, or one of these and changed or removed.</summary>
    private static bool IsThing(ResourceDraft draft)
    {
        var seen = draft.Read is not null || draft.List is not null;
        var written = draft.Update is not null || draft.Delete is not null;
        return (draft.Create is not null && (seen || draft.Update is not null)) || (draft.Read is not null && (draft.List is not null || written))
            || (draft.List is not null && draft.Delete is not null);
    }

    private void Assign(ResourceDraft draft, ApiOperation operation, CallName name)
    {
        var safe = context.Does(operation, OperationEffect.Safe);
        var lists = safe && context.Answers.OnlyList(operation, draft.Word) is not null;
        if (safe && draft.List is null && (name.IsList || (name.IsRead && lists && name.Verb is not "view"))) draft.List = operation;
        else if (safe && draft.Read is null && name.IsRead) draft.Read = operation;
        else if (!safe && draft.Create is null && name.IsCreate) draft.Create = operation;
        else if (!safe && draft.Update is null && name.IsUpdate) draft.Update = operation;
        else if (!safe && draft.Delete is null && name.IsDelete) draft.Delete = operation;
        else if (!safe) draft.Actions.Add(operation);
    }

    private void AddAnswers(ResourceDraft draft)
    {
        if (draft.List is { } all && context.Answers.List(all, draft.Word) is { } list) draft.Answers.Add(list.For(all));
        var like = draft.AnswerOf(draft.List)?.Schema ?? default;
        var word = draft.CallParameter is { } parameter ? FoldedName.Of(parameter) : draft.Word;
        foreach (var operation in new[] { draft.Read, draft.Create, draft.Update })
            if (operation is not null && draft.AnswerOf(operation) is null && One(operation, draft.Word, word, like) is { } shape)
                draft.Answers.Add(shape.For(operation));
        draft.Schema = draft.AnswerOf(draft.Read)?.Schema ?? draft.AnswerOf(draft.List)?.Schema ?? draft.AnswerOf(draft.Create)?.Schema ?? default;
    }

    private AnswerShape? One(ApiOperation operation, string word, string other, RawNode like) =>
        context.Answers.Thing(operation, word, like) is { Envelope.Length: > 0 } shape ? shape : context.Answers.Thing(operation, other, like)
            ?? context.Answers.OnlyList(operation, word);
}
