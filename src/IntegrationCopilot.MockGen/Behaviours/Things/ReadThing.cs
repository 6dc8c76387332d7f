namespace IntegrationCopilot.MockGen;

/// <summary>Gives a thing that is kept.</summary>
internal sealed class ReadThing(ThingCall call)
{
    /// <summary>The pages that the thing is read in: it is a list itself; null for other things.</summary>
    private readonly ShownList? list = ShownList.Of(call.Kind.Model, call.Operation);

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        var values = ThingCall.Values(request);
        var body = call.IsItem ? null : request.Content;
        if (call.KeyOf(request, values, body) is not { } key) return await next(request);
        var thing = await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted);
        if (thing is null || ThingKeeper.IsGone(thing)) return call.Unknown(request, key);
        thing = await PendingWork.ReadAsync(call, thing, request.Aborted);
        var reply = call.Answer.One(request, call.Operation.SuccessStatus, thing.Json);
        if (reply is null || ((thing.Marks & MockThingMarks.Seed) != 0 && reply.Field(MockHeaders.Nonconforming) is not null)) return await next(request);
        return list?.Page(request, reply) ?? reply;
    }
}
