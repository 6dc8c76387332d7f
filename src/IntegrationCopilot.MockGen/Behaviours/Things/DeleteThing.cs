using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Removes a thing with everything beneath it. Where things have a field that tells of their deletion they are hidden from lists and refuse changes.</summary>
internal sealed class DeleteThing(ThingCall call)
{
    private const int Tries = 50;
    private const int MaxDepth = 8;
    private const int MaxChildren = 10_000;

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        if (call.Answer.ShellFor(request, call.Operation.SuccessStatus) is null) return await next(request);
        var values = ThingCall.Values(request);
        var body = call.IsItem ? null : call.Body(request);
        if (call.KeyOf(request, values, body) is not { } key) return await next(request);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var thing = await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted);
            if (thing is null || ThingKeeper.IsGone(thing)) return call.Unknown(request, key);
            if (!await TakeAsync(thing, request.Aborted)) continue;
            if (call.IsItem) await TakeBeneathAsync(call.Kind, [.. values.Take(call.Kind.Scope.ItemParameters)], 0, request.Aborted);
            return call.Answer.One(request, call.Operation.SuccessStatus, Told(thing)) ?? await next(request);
        }
        return request.Refuse(409, "The thing was changed by others again and again meanwhile.");
    }

    /// <summary>A singleton is there again as it was from the start.</summary>
    private async ValueTask<bool> TakeAsync(MockThing thing, CancellationToken cancellationToken)
    {
        if (call.Kind.Resource.Kind == ResourceKind.Singleton)
            return (await call.Keeper.PutAsync(thing with { Json = JsonTrees.Write(call.Kind.Sample) }, cancellationToken)).Thing is not null;
        if (Marker is null) return await call.Keeper.RemoveAsync(thing, cancellationToken);
        return (await call.Keeper.PutAsync(thing with { Json = Told(thing), Marks = MockThingMarks.Deleted }, cancellationToken)).Thing is not null;
    }

    /// <summary>The field that tells of deletion; null when things simply go.</summary>
    private ThingField? Marker => call.Kind.Shape.Fields.FirstOrDefault(f => FieldNames.Fold(f.Name) is "deletedat" or "isdeleted" or "deletetime" or "datedeleted" or "deletedon");

    private ReadOnlyMemory<byte> Told(MockThing thing)
    {
        if (Marker is not { } field || JsonTrees.Parse(thing.Json) is not JsonObject whole) return thing.Json;
        whole[field.Name] = FieldNames.Fold(field.Name) == "isdeleted" ? JsonValue.Create(true) : InstantStyle.Write(call.Kind.Model.Spec.Resolve(field.Schema), call.Kind.Sample[field.Name], call.Now);
        return JsonTrees.Write(whole);
    }

    private async ValueTask TakeBeneathAsync(ThingKind kind, string[] values, int depth, CancellationToken cancellationToken)
    {
        if (depth >= MaxDepth) return;
        foreach (var child in kind.Model.Beneath(kind))
        {
            var all = child.Scope.All(values);
            await call.Keeper.BeginAsync(child, all, values, cancellationToken);
            foreach (var thing in await call.Keeper.Store.ListAsync(all.Collection, 0, MaxChildren, cancellationToken))
            {
                if (all.Owner.Length > 0 && thing.Owner != all.Owner) continue;
                await call.Keeper.RemoveAsync(thing, cancellationToken);
                if (JsonTrees.Parse(thing.Json) is JsonObject whole && child.OwnOf(whole) is { } own) await TakeBeneathAsync(child, [.. values, .. own], depth + 1, cancellationToken);
            }
        }
    }
}
