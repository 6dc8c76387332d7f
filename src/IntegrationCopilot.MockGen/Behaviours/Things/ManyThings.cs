using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Changes or removes many things at once: all that are sent or named, or all that a query leaves.</summary>
internal sealed class ManyThings
{
    private const int MostAtOnce = 1_000;
    private static readonly HashSet<string> Counts =
        new(StringComparer.Ordinal) { "deleted", "count", "deletedcount", "numdeleted", "total", "removed", "affected", "rowsaffected" };
    private readonly ThingCall call;
    private readonly ChangeThing? change;
    private readonly DeleteThing? delete;

    /// <summary>Whether things that are not there are made.</summary>
    private readonly bool makes;

    public ManyThings(ThingCall call, BulkAct act)
    {
        this.call = call;
        if (act == BulkAct.Delete) delete = new DeleteThing(call);
        else change = new ChangeThing(call, replaces: act == BulkAct.Replace, creates: makes = act == BulkAct.Replace || call.Described(201) is not null);
    }

    /// <summary>How an operation answers with several things; null when it does not.</summary>
    public static ResourceAnswer? AnswerOf(StateModel model, ApiResource resource, MockOperation operation)
    {
        if (JsonContent.Of(operation.Description.FindResponse(operation.SuccessStatus)?.Content) is not { Schema: { IsDefined: true } schema }
            || !resource.Schema.IsDefined)
            return null;
        var wanted = model.Spec.Resolve(resource.Schema);
        var status = $"{operation.SuccessStatus}";
        if (Items(model, schema) is { IsDefined: true } items && model.Spec.Resolve(items) == wanted)
            return new ResourceAnswer(operation.Description, status, "", AnswerForm.Array, "", items);
        foreach (var field in ThingShape.Of(model.Spec, schema).Fields)
            if (Items(model, field.Schema) is { IsDefined: true } inner && model.Spec.Resolve(inner) == wanted)
                return new ResourceAnswer(operation.Description, status, NodePointer.Of(field.Name).ToString(), AnswerForm.Array, "", inner);
        return null;
    }

    private static RawNode Items(StateModel model, RawNode schema) => model.Spec.Resolve(schema)["items"];

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        if (call.Answer.ShellFor(request, call.Operation.SuccessStatus) is null) return await next(request);
        if (request.IsBroken) return ThingCall.Unreadable(request);
        var values = ThingCall.Values(request);
        if (!await call.Keeper.HasParentAsync(call.Kind, values, request.Aborted)) return call.NoParent(request, values);
        await call.Keeper.BeginAsync(call.Kind, call.Kind.Scope.All(values), values, request.Aborted);
        return delete is null ? await ChangeAsync(request, next, values) : await DeleteAsync(request, next, values);
    }

    private async ValueTask<MockReply> ChangeAsync(MockRequest request, MockStep next, string[] values)
    {
        if (call.AllSent(request.Content) is not { Count: > 0 } sent) return await next(request);
        var changed = new List<ReadOnlyMemory<byte>>();
        foreach (var thing in sent.OfType<JsonObject>())
        {
            var own = call.Kind.OwnOf(thing)
                ?? (makes
                ? await call.Keeper.NewIdentifierAsync(call.Kind, (JsonObject)thing.DeepClone(), call.Kind.Scope.All(values), request.Aborted)
                : null);
            if (own is null && IsNothing(thing)) continue;
            if (own is null) return request.Refuse(call.Described(400, 422) ?? 400, $"A {call.Kind.Resource.Name} does not say which it is.");
            var outcome = await change!.ApplyAsync(request, call.Kind.Scope.One(values, own), values, thing);
            if (outcome.Refusal is { } refusal) return refusal;
            changed.Add(outcome.Stored.Thing!.Json);
        }
        return call.Answer.Several(request, call.Operation.SuccessStatus, changed) ?? await next(request);
    }

    /// <summary>Whether it names nothing where the document allows that, so that there is nothing to change.</summary>
    private bool IsNothing(JsonObject thing) => call.Kind.IdentifierWays is [[var name]] && call.RequestShape.Find(name) is { } field
        && thing[name] is null && (!field.Required || thing.ContainsKey(name));

    private async ValueTask<MockReply> DeleteAsync(MockRequest request, MockStep next, string[] values)
    {
        var gone = new List<ReadOnlyMemory<byte>>();
        foreach (var own in await NamedAsync(request, values))
        {
            var (refusal, thing) = await delete!.TakeAsync(request, call.Kind.Scope.One(values, own), values);
            if (refusal is { Status: not 404 }) return refusal;
            if (thing is not null) gone.Add(thing.Json);
        }
        var reply = call.Answer.Described is null
            ? await next(request)
            : call.Answer.Several(request, call.Operation.SuccessStatus, gone) ?? await next(request);
        return Counted(reply, gone.Count);
    }

    /// <summary>The identifiers that the body or the query names; where neither does, those of all things that the query leaves.</summary>
    private async ValueTask<IReadOnlyList<IReadOnlyList<string>>> NamedAsync(MockRequest request, string[] values)
    {
        if (InBody(request.Content) is { } sent) return sent;
        if (request.QueryFields.Where(f => IsForIdentifiers(f.Key))
            .SelectMany(f => f.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList() is { Count: > 0 } asked)
            return [.. asked.Take(MostAtOnce).Select(id => new[] { id })];
        var key = call.Kind.Scope.All(values);
        var all = await call.Keeper.Store.ListAsync(key.Collection, 0, MostAtOnce, request.Aborted);
        var query = ListQuery.Of(request, [call.Kind.Shape], []);
        if (query.Ignored.Count > 0) return [];
        var wanted = query.Apply([.. all.Where(t => !ThingKeeper.IsGone(t) && (key.Owner.Length == 0 || t.Owner == key.Owner))]);
        return [.. wanted.Select(t => JsonTrees.Parse(t.Json) is JsonObject whole ? call.Kind.OwnOf(whole) : null).OfType<IReadOnlyList<string>>()];
    }

    private List<IReadOnlyList<string>>? InBody(JsonNode? body)
    {
        var list = body as JsonArray ?? (body as JsonObject)?.Select(m => m.Value).OfType<JsonArray>().FirstOrDefault();
        return list is null
            ? null
            : [.. list.Take(MostAtOnce).Select(item => item is JsonObject thing ? call.Kind.OwnOf(thing) : item.ScalarText() is { } id ? [id] : null)
                .OfType<IReadOnlyList<string>>()];
    }

    private bool IsForIdentifiers(string parameter)
    {
        var folded = FieldNames.Fold(parameter);
        return folded is "ids" or "id" || folded == FieldNames.Fold(call.Kind.Resource.Name) + "ids"
            || folded == FieldNames.Fold(call.Kind.Resource.Identifier!.Parameter) || folded == FieldNames.Fold(call.Kind.Resource.Identifier.Parameter) + "s";
    }

    private static MockReply Counted(MockReply reply, int count)
    {
        if (JsonTrees.Parse(reply.Body) is not JsonObject body
            || body.FirstOrDefault(m =>
            Counts.Contains(FieldNames.Fold(m.Key)) && m.Value is JsonValue number && number.TryGetValue<long>(out _)).Key is not { } name)
            return reply;
        body[name] = count;
        return reply with { Body = JsonTrees.Write(body) };
    }
}
