using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes a thing out of what is sent and keeps it.</summary>
internal sealed class CreateThing
{
    private const int Tries = 50;
    private readonly ThingCall call;
    private readonly ThingTemplate template;
    private readonly UniqueFields unique;

    /// <summary>Identifiers that the document itself shows as what may be sent.</summary>
    private readonly Lazy<HashSet<string>> shown;

    public CreateThing(ThingCall call)
    {
        this.call = call;
        unique = new UniqueFields(call);
        shown = new Lazy<HashSet<string>>(Shown);
        template = new ThingTemplate(call.Kind.Model, call.Kind.Shape, call.RequestShape, call.Kind.Sample);
    }

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        var status = call.Operation.SuccessStatus;
        if (call.Answer.ShellFor(request, status) is null) return await next(request);
        if (request.IsBroken) return ThingCall.Unreadable(request);
        var values = ThingCall.Values(request);
        if (!await call.Keeper.HasParentAsync(call.Kind, values, request.Aborted)) return call.NoParent(request, values);
        var all = call.Kind.Scope.All(values);
        await call.Keeper.BeginAsync(call.Kind, all, values, request.Aborted);
        if (call.AllSent(request.Content) is { } several) return await MakeAllAsync(request, next, values, all, several);
        var (refusal, made) = await MakeAsync(request, values, all, call.Sent(request.Content));
        if (refusal is not null) return refusal;
        var reply = Finished(call.Answer.One(request, status, made!.Stored.Thing!.Json, made.Fitted.Fits) ?? await next(request), made.Fitted.Lost,
            made.Stored.Forgotten);
        return (reply.Status is 201 or 202 || reply.Field("Location") is not null) && LocationOf(request, made.Own, values) is { } location
            ? ShownLocation.Set(call.Kind.Model, call.Operation, request, reply, location)
            : reply;
    }

    private async ValueTask<MockReply> MakeAllAsync(MockRequest request, MockStep next, string[] values, ThingKey all, IReadOnlyList<JsonObject> several)
    {
        var things = new List<Kept>();
        foreach (var sent in several)
        {
            var (refusal, made) = await MakeAsync(request, values, all, sent);
            if (refusal is not null) return refusal;
            things.Add(made!);
        }
        if (things.Count == 0) return await next(request);
        var reply = call.Answer.Several(request, call.Operation.SuccessStatus, [.. things.Select(made => made.Stored.Thing!.Json)]) ?? await next(request);
        return Finished(reply, [.. things.SelectMany(made => made.Fitted.Lost).Distinct()], things.Sum(made => made.Stored.Forgotten)).Without("Location");
    }

    private async ValueTask<(MockReply? Refusal, Kept? Made)> MakeAsync(MockRequest request, string[] values, ThingKey all, JsonObject? sent)
    {
        if (await unique.TakenAsync(call, sent, all, request.Aborted) is { } field)
            return (request.Refuse(409, $"There is a {call.Kind.Resource.Name} with this {field} already."), null);
        var thing = template.Make(sent, call.Now);
        call.Hidden?.Remove(thing);
        Beginnings.Set(call.Kind, thing, sent, call.RequestShape);
        ParentFields.Set(call.Kind, thing, values, sent);
        await call.Keeper.TellApartAsync(call.Kind, thing, sent, all, request.Aborted);
        var made = await AddAsync(request, values, all, thing, ChosenOf(sent));
        return made.Stored.Thing is null
            ? (request.Refuse(409, $"There is a {call.Kind.Resource.Name} '{string.Join('/', made.Own)}' already."), null)
            : (null, made);
    }

    private async ValueTask<Kept> AddAsync(MockRequest request, string[] values, ThingKey all, JsonObject thing, IReadOnlyList<string>? chosen)
    {
        for (var attempt = 0; ; attempt++)
        {
            var own = chosen ?? await call.Keeper.NewIdentifierAsync(call.Kind, thing, all, request.Aborted);
            call.Kind.Identify(thing, own);
            if (call.Kind.HasSelfLinks) SelfLinks.Set(call.Kind, thing, LocationOf(request, own, values), request);
            var fitted = call.Kind.Fitting.Fit(thing);
            var key = call.Kind.Scope.One(values, own);
            var stored = await call.Keeper.PutAsync(new MockThing { Collection = key.Collection, Id = key.Id,
                Owner = key.Owner.Length > 0 ? key.Owner : all.Owner, Json = fitted.Json, Marks = PendingWork.Marks(call.Kind, call.Operation.SuccessStatus) },
                request.Aborted);
            // Where there are a few names only, and all are taken, a new thing takes the place of one.
            if (stored.Thing is null && (chosen is not null || attempt == Tries))
                stored = await OverwriteAsync(key, fitted, chosen is null || !IsConflict || shown.Value.Contains(string.Join('/', own)), request.Aborted);
            if (stored.Thing is not null)
                foreach (var twin in call.Kind.Twins) await call.Keeper.PutTwinAsync(twin, own, fitted.Json, request.Aborted);
            if (stored.Thing is not null || chosen is not null || attempt == Tries) return new Kept(stored, own, fitted);
        }
    }

    /// <summary>
    /// Where the identifier is the API's to give, sending one that exists is an update by another name. What is there from the start gives way: the document
    /// shows it as what may be sent.
    /// </summary>
    private bool IsConflict => call.Described(409) is not null || call.Kind.Resource.Identifier is { Source: IdentifierSource.Request };

    private async ValueTask<MockStored> OverwriteAsync(ThingKey key, FittedThing fitted, bool always, CancellationToken cancellationToken) =>
        await call.Keeper.Store.FindAsync(key.Collection, key.Id, cancellationToken) is { } known
            && (always || (known.Marks & (MockThingMarks.Seed | MockThingMarks.Deleted)) != 0)
            ? await call.Keeper.PutAsync(known with { Json = fitted.Json, Marks = MockThingMarks.None }, cancellationToken)
            : default;

    private HashSet<string> Shown()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sent in ShownBodies.Of(call))
            if (ChosenOf(sent) is { } own) found.Add(string.Join('/', own));
        return found;
    }

    /// <summary>The identifier that the client chose; null when it left that to the API.</summary>
    private List<string>? ChosenOf(JsonObject? sent)
    {
        if (sent is null || call.Kind.ChosenWays.Count == 0) return null;
        var own = new List<string>();
        foreach (var way in call.Kind.ChosenWays.Select(call.WithinSent))
        {
            if (way.Length == 0 || call.RequestShape.Find(way[0]) is not { ReadOnly: false } || sent.Find(way).ScalarText() is not { Length: > 0 } text)
                return null;
            own.Add(text);
        }
        return own;
    }

    private static MockReply Finished(MockReply reply, IReadOnlyList<string> lost, int forgotten)
    {
        if (lost.Count > 0)
            reply = reply.With(MockHeaders.Nonconforming,
                StructuredText.Quote($"What was sent for {string.Join(", ", lost)} breaks the schema of the answer and was replaced."));
        return forgotten > 0 ? reply.With(MockHeaders.Forgotten, forgotten.ToString(CultureInfo.InvariantCulture)) : reply;
    }

    private string? LocationOf(MockRequest request, IReadOnlyList<string> own, string[] values) =>
        call.IsItem ? request.Path : ThingAddress.Of(call.Kind, call.Operation.Description, request.Path, values, own);

    private sealed record Kept(MockStored Stored, IReadOnlyList<string> Own, FittedThing Fitted);
}
