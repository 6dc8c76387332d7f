using System.Collections.Frozen;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives the operations around an item and its collection their roles.</summary>
internal sealed class RoleFinder(InferenceContext context)
{
    private static readonly FrozenSet<string> Updating = FrozenSet.Create(StringComparer.Ordinal, "update", "replace", "edit", "modify", "change", "patch",
        "rename", "move");

    public void Assign(ResourceDraft draft)
    {
        var item = draft.Item!;
        draft.Create = Creating(draft);
        draft.Delete = item.Find("DELETE") ?? Deleting(item);
        draft.Update = item.Find("PATCH");
        if (item.Find("PUT") is { } put) Put(draft, put);
        if (item.Find("POST") is { } post && !context.Does(post, OperationEffect.Safe)) Post(draft, post);
        if (draft is { Read: null, Update: null, Delete: not null } && item.Find("PUT") is { RequestBody: null }
            && item.Way().Count(step => step.IsParameter) > 1) draft.Kind = ResourceKind.Membership;
        draft.List ??= Finding(draft);
        AddAnswers(draft);
    }

    /// <summary><c>GET /pet/findByStatus</c> where the collection itself cannot be listed.</summary>
    private ApiOperation? Finding(ResourceDraft draft)
    {
        foreach (var child in draft.Collection.Children)
        {
            if (child.IsParameter || child.Find("GET") is not { } get
                || EffectWords.WordsOf(child.Segment.Text).FirstOrDefault() is not ("find" or "list" or "search" or "all")) continue;
            if (context.Answers.List(get, draft.Word) is not { } list
                || (draft.Schema.IsDefined && context.Answers.Resolve(list.Schema) != context.Answers.Resolve(draft.Schema))) continue;
            draft.Answers.Add(list.For(get));
            return get;
        }
        return null;
    }

    /// <summary>PUT replaces; where nothing else creates it creates, unless it says that it updates; "add" only creates.</summary>
    private void Put(ResourceDraft draft, ApiOperation put)
    {
        var (name, summary) = (NameVerb.Of(put), SummaryVerb.Of(put.Summary, put.OperationId));
        var verb = name is null or { MayBeNoun: true } && summary is { MayBeNoun: false } ? summary : name;
        if (draft.Create is null && !(verb is { } said && Updating.Contains(said.Stem))
            && (verb is not null || put.Responses.Any(r => r.Status == "201") || draft.Read is null)) draft.Create = put;
        if (draft.Create == put && (put.RequestBody is null || verb is { Stem: "add" })) return;
        if (draft.Update is null && IsPartial(put)) draft.Update = put;
        else draft.Replace = put;
    }

    private void Post(ResourceDraft draft, ApiOperation post)
    {
        if (draft.Update is null && context.Does(post, OperationEffect.Changes) && !Restores(post)) draft.Update = post;
        else if (draft.Create is null && context.Does(post, OperationEffect.Creates)) draft.Create = post;
        else draft.Actions.Add(post);
    }

    /// <summary>Whether a call brings back what was removed, which changes none of its fields.</summary>
    private static bool Restores(ApiOperation post) =>
        (NameVerb.Of(post) ?? SummaryVerb.Of(post.Summary, post.OperationId)) is { Stem: "restore" or "undelete" or "untrash" };

    /// <summary>The answers of writes that give the thing back.</summary>
    private void AddAnswers(ResourceDraft draft)
    {
        foreach (var operation in new[] { draft.Create, draft.Update, draft.Replace })
            if (operation is not null && draft.AnswerOf(operation) is null
                && (Several(draft, operation) ?? context.Answers.Thing(operation, draft.Word, draft.Schema)) is { } shape) draft.Answers.Add(
                    shape.For(operation));
        if (!draft.Schema.IsDefined && (draft.AnswerOf(draft.Update) ?? draft.AnswerOf(draft.Replace) ?? draft.AnswerOf(draft.Create)) is { } answered)
            draft.Schema = answered.Schema;
    }

    /// <summary>What takes several things at once answers with several.</summary>
    private AnswerShape? Several(ResourceDraft draft, ApiOperation operation) =>
        draft.Schema.IsDefined && context.Answers.OnlyList(operation, draft.Word) is { Form: AnswerForm.Array } list
            && context.Answers.Resolve(list.Schema) == context.Answers.Resolve(draft.Schema) ? list : null;

    private ApiOperation? Creating(ResourceDraft draft)
    {
        var several = false;
        if (draft.Collection.Find("POST") is { } post)
        {
            several = context.Answers.IsArray(AnswerReader.RequestSchema(post));
            if (context.Does(post, OperationEffect.Creates) || context.EffectOf(post) is { Effect: OperationEffect.Changes, Confidence: < 0.6 }) return post;
        }
        if (draft.Collection.Find("PUT") is { } put && context.Does(put, OperationEffect.Creates)) return put;
        foreach (var child in draft.Collection.Children.Concat(draft.Item!.Has("PUT") && draft.Item.Has("PATCH") ? [] : draft.Item.Children))
            if (!child.IsParameter && child.Segment.Text.ToLowerInvariant() is "new" or "create" or "add" && child.ParameterChild is null
                && child.Find("POST") is { } creating && !several) return creating;
        return null;
    }

    /// <summary><c>POST /things/{id}/delete</c> where there is no DELETE.</summary>
    private ApiOperation? Deleting(PathNode item)
    {
        foreach (var child in item.Children)
            if (!child.IsParameter && child.ParameterChild is null && child.Segment.Text.ToLowerInvariant() is "delete" or "remove" or "revoke" or "destroy"
                && (child.Find("POST") ?? child.Find("GET")) is { } deleting
                && !context.Does(deleting, OperationEffect.Safe)) return deleting;
        return null;
    }

    private static bool IsPartial(ApiOperation put) =>
        put.Summary?.Contains("partial", StringComparison.OrdinalIgnoreCase) == true
            || put.Description?.AsSpan(0, Math.Min(put.Description.Length, 400)).Contains("partial", StringComparison.OrdinalIgnoreCase) == true;
}
