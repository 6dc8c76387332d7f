namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives the operations around an item and its collection their roles.</summary>
internal sealed class RoleFinder(InferenceContext context)
{
    public void Assign(ResourceDraft draft)
    {
        var item = draft.Item!;
        var put = item.Find("PUT");
        draft.Create = Creating(draft);
        draft.Delete = item.Find("DELETE");
        draft.Update = item.Find("PATCH");
        if (put is not null && draft.Create is null && context.Does(put, OperationEffect.Creates)) draft.Create = put;
        if (put is not null && IsPartial(put) && draft.Update is null) draft.Update = put;
        else draft.Replace = put;
        if (item.Find("POST") is { } post && !context.Does(post, OperationEffect.Safe))
        {
            if (draft.Update is null && context.Does(post, OperationEffect.Changes)) draft.Update = post;
            else if (draft.Create is null && context.Does(post, OperationEffect.Creates)) draft.Create = post;
            else draft.Actions.Add(post);
        }
        AddAnswers(draft);
    }

    /// <summary>The answers of writes that give the thing back.</summary>
    private void AddAnswers(ResourceDraft draft)
    {
        foreach (var operation in new[] { draft.Create, draft.Update, draft.Replace })
            if (operation is not null && draft.AnswerOf(operation) is null && context.Answers.Thing(operation, draft.Word) is { } shape) draft.Answers.Add(shape.For(operation));
        if (!draft.Schema.IsDefined && draft.AnswerOf(draft.Create) is { } created) draft.Schema = created.Schema;
    }

    private ApiOperation? Creating(ResourceDraft draft)
    {
        if (draft.Collection.Find("POST") is { } post)
        {
            if (context.Does(post, OperationEffect.Creates) || context.EffectOf(post) is { Effect: OperationEffect.Changes, Confidence: < 0.6 }) return post;
            if (!context.Does(post, OperationEffect.Safe)) draft.Actions.Add(post);
        }
        foreach (var child in draft.Collection.Children)
            if (!child.IsParameter && child.Segment.Text.ToLowerInvariant() is "new" or "create" or "add" && child.Find("POST") is { } creating) return creating;
        return null;
    }

    private static bool IsPartial(ApiOperation put) => put.Summary?.Contains("partial", StringComparison.OrdinalIgnoreCase) == true;
}
