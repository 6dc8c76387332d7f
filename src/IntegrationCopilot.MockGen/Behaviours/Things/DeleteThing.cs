using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Removes a thing with everything beneath it. Where things have a field that tells of their deletion they are hidden from lists and refuse changes.
/// </summary>
internal sealed class DeleteThing(ThingCall call)
{
    private const int Tries = 50;
    private const int MaxDepth = 8;
    private const int MaxChildren = 10_000;
    private readonly SoftDeletion soft = new(call.Kind);
    private readonly DeletionRules rules = new(call.Operation.Description);

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        if (call.Answer.ShellFor(request, call.Operation.SuccessStatus) is null) return await next(request);
        var values = ThingCall.Values(request);
        var body = call.IsItem ? null : request.Content;
        if (call.KeyOf(request, values, body) is not { } key) return await next(request);
        var (refusal, thing) = await TakeAsync(request, key, values);
        return refusal ?? call.Answer.One(request, call.Operation.SuccessStatus, soft.Told(thing!, call.Now)) ?? await next(request);
    }

    /// <summary>Removes one thing.</summary>
    /// <returns>Why it was not removed, or the thing as it was.</returns>
    public async ValueTask<(MockReply? Refusal, MockThing? Thing)> TakeAsync(MockRequest request, ThingKey key, string[] values)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var thing = await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted);
            if (thing is { Json.IsEmpty: true } && call.Kind.IsForAll(key.Own)) return (null,
                thing with { Json = JsonTrees.Write(call.Kind.Seeds.Invent(key.Own)) });
            if (thing is null || (ThingKeeper.IsGone(thing) && !(DeletionRules.IsForGood(request) && thing.Json.Length > 0)))
                return (call.Unknown(request, key), null);
            string[] own = call.IsItem ? [.. values.Take(call.Kind.Scope.ItemParameters)] : [.. values, .. key.Own];
            var hasBeneath = own.Length == call.Kind.Scope.ItemParameters && own.Length > 0;
            if (hasBeneath && rules.RefusesParents(request) && await HoldsAnyAsync(own, request.Aborted))
                return (request.Refuse(rules.Refusal, $"The {call.Kind.Resource.Name} '{string.Join('/', key.Own)}' is not empty."), null);
            if (!await TakeAsync(thing, DeletionRules.IsForGood(request), request.Aborted)) continue;
            if (hasBeneath) await TakeBeneathAsync(call.Kind, own, 0, request.Aborted);
            return (null, thing);
        }
        return (request.Refuse(409, "The thing was changed by others again and again meanwhile."), null);
    }

    /// <summary>A singleton is there again as it was from the start.</summary>
    private async ValueTask<bool> TakeAsync(MockThing thing, bool isForGood, CancellationToken cancellationToken)
    {
        if (call.Kind.Resource.Kind == ResourceKind.Singleton)
            return (await call.Keeper.PutAsync(thing with { Json = JsonTrees.Write(call.Kind.Sample) }, cancellationToken)).Thing is not null;
        if (!soft.IsOn || isForGood) return await call.Keeper.RemoveAsync(call.Kind, thing, cancellationToken);
        return (await call.Keeper.PutAsync(thing with { Json = soft.Told(thing, call.Now), Marks = MockThingMarks.Deleted },
            cancellationToken)).Thing is not null;
    }

    /// <summary>Whether clients have made things beneath a thing that are still there.</summary>
    private async ValueTask<bool> HoldsAnyAsync(string[] values, CancellationToken cancellationToken)
    {
        foreach (var child in call.Kind.Model.Beneath(call.Kind).Where(c => c.Resource.Kind != ResourceKind.Singleton))
        {
            var all = child.Scope.All(values);
            foreach (var thing in await call.Keeper.Store.ListAsync(all.Collection, 0, MaxChildren, cancellationToken))
                if (!ThingKeeper.IsGone(thing) && (thing.Marks & MockThingMarks.Seed) == 0 && (all.Owner.Length == 0 || thing.Owner == all.Owner)) return true;
        }
        return false;
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
                await call.Keeper.RemoveAsync(child, thing, cancellationToken);
                if (JsonTrees.Parse(thing.Json) is JsonObject whole && child.OwnOf(whole) is { } own)
                    await TakeBeneathAsync(child, [.. values, .. own], depth + 1, cancellationToken);
            }
        }
    }
}
