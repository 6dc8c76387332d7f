using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// A thing of which no answer shows enough to keep it whole: it is known whether it is there, and answers are as the document shows them.
/// </summary>
internal sealed class UnshownThing(ThingCall call, ResourceRole role, bool mayMake)
{
    private const int Tries = 50;
    private readonly IdentifierPart? part = call.Kind.Resource.Identifier?.Parts[^1];

    public ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next) =>
        role == ResourceRole.Create && !call.IsItem ? MakeAsync(request, next) : OfOneAsync(request, next);

    private async ValueTask<MockReply> OfOneAsync(MockRequest request, MockStep next)
    {
        var values = ThingCall.Values(request);
        if (call.KeyOf(request, values, request.Content) is not { } key) return await next(request);
        if (!await call.Keeper.HasParentAsync(call.Kind, values, request.Aborted)) return call.NoParent(request, values);
        var known = await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted);
        var isThere = known is not null && !ThingKeeper.IsGone(known);
        if (!isThere && !mayMake && !(role == ResourceRole.Delete && call.Kind.IsForAll(key.Own))) return call.Unknown(request, key);
        var reply = await next(request);
        if (reply.Status is < 200 or > 299) return reply;
        if (role == ResourceRole.Delete && isThere) await call.Keeper.RemoveAsync(call.Kind, known!, request.Aborted);
        else if (role != ResourceRole.Delete && !isThere) await KeepAsync(known, key, request.Aborted);
        return reply;
    }

    private async ValueTask<MockReply> MakeAsync(MockRequest request, MockStep next)
    {
        var values = ThingCall.Values(request);
        if (!await call.Keeper.HasParentAsync(call.Kind, values, request.Aborted)) return call.NoParent(request, values);
        var reply = await next(request);
        if (reply.Status is < 200 or > 299 || call.Kind.Scope.Own != 1) return reply;
        if (part!.Create is null && Chosen(request) is { } chosen)
        {
            var key = call.Kind.Scope.One(values, [chosen]);
            await KeepAsync(await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted), key, request.Aborted);
            return reply;
        }

        var all = call.Kind.Scope.All(values);
        await call.Keeper.BeginAsync(call.Kind, all, values, request.Aborted);
        var maker = call.Kind.IdentifiersLike(part.Create is { } pointer ? JsonTrees.Parse(reply.Body).Find(FieldNames.Way(pointer)) : null);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var made = maker.Make(await call.Keeper.Store.NextAsync(all.Collection, maker.First, request.Aborted), out _);
            if (await KeepAsync(null, call.Kind.Scope.One(values, [made.ScalarText()!]), request.Aborted)) return Told(request, reply, values, made);
        }
        return reply;
    }

    private string? Chosen(MockRequest request) =>
        part!.Request is { } pointer && request.Content.Find(FieldNames.Way(pointer)).ScalarText() is { Length: > 0 } text ? text : null;

    /// <summary>The answer with the name of the new thing, wherever it tells one.</summary>
    private MockReply Told(MockRequest request, MockReply reply, string[] values, JsonNode own)
    {
        if (reply.Field("Location") is not null
            && ThingAddress.Of(call.Kind, call.Operation.Description, request.Path, values, [own.ScalarText()!]) is { } address)
            reply = reply.With("Location", address);
        if (part!.Create is not { } pointer || JsonTrees.Parse(reply.Body) is not JsonObject body || body.Find(FieldNames.Way(pointer)) is null) return reply;
        body.Set(FieldNames.Way(pointer), own.DeepClone());
        return JsonTrees.Write(body) is var told && MayAnswer(reply.Status, told) ? reply with { Body = told } : reply;
    }

    private bool MayAnswer(int status, byte[] body) =>
        JsonContent.Of(call.Operation.Description.FindResponse(status)?.Content) is not { Schema.IsDefined: true } media
        || call.Kind.Model.Schemas.For(media.Schema, MessageDirection.Response).IsValid(body);

    private async ValueTask<bool> KeepAsync(MockThing? known, ThingKey key, CancellationToken cancellationToken)
    {
        if (known is not null && !ThingKeeper.IsGone(known)) return true;
        var thing = known is { Version: > 0 } ? known : new MockThing { Collection = key.Collection, Id = key.Id, Owner = key.Owner };
        return (await call.Keeper.PutAsync(thing with { Json = "{}"u8.ToArray(), Marks = MockThingMarks.None }, cancellationToken)).Thing is not null;
    }
}
