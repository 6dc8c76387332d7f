using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Changes a thing that is kept: merges what is sent into it (RFC 7396), works off a list of operations (RFC 6902), or puts what is sent in its place.
/// </summary>
internal sealed class ChangeThing
{
    private const int Tries = 50;
    private readonly ThingCall call;
    private readonly ThingTemplate template;
    private readonly bool replaces;
    private readonly bool creates;

    /// <param name="call">The operation.</param>
    /// <param name="replaces">Whether fields that are not sent go.</param>
    /// <param name="creates">Whether a thing that is not there is made.</param>
    public ChangeThing(ThingCall call, bool replaces, bool creates)
    {
        this.call = call;
        this.replaces = replaces;
        this.creates = creates;
        template = new ThingTemplate(call.Kind.Model, call.Kind.Shape, call.RequestShape, call.Kind.Sample);
    }

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        if (call.Answer.ShellFor(request, call.Operation.SuccessStatus) is null) return await next(request);
        if (request.IsBroken) return ThingCall.Unreadable(request);
        var values = ThingCall.Values(request);
        var body = request.Content;
        if (call.KeyOf(request, values, body) is not { } key) return await next(request);
        var outcome = await ApplyAsync(request, key, values, body);
        return outcome.Refusal
            ?? Finished(call.Answer.One(request, StatusOf(outcome.Known), outcome.Stored.Thing!.Json, outcome.Fitted!.Fits) ?? await next(request),
            outcome.Stored, outcome.Fitted!);
    }

    /// <summary>Changes one thing.</summary>
    public async ValueTask<Outcome> ApplyAsync(MockRequest request, ThingKey key, string[] values, JsonNode? body)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var found = await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted);
            var known = found is null || ThingKeeper.IsGone(found) || (creates && found.Version == 0) ? null : found;
            if (known is null && !creates) return new Outcome(call.Unknown(request, key));
            if (known is null && !await call.Keeper.HasParentAsync(call.Kind, values, request.Aborted)) return new Outcome(call.NoParent(request, values));
            var member = await Memberships.FindAsync(call, key, request.Aborted);
            if (!member.Exists) return new Outcome(call.Unknown(request, key));
            var change = member.Thing is { } whole ? new Changed(whole, null) : known is null ? Made(request, key, values, body)
                : Change(request, known, key, body);
            if (change.Problem is { } problem) return new Outcome(request.Refuse(call.Described(409, 422) ?? 400, problem));
            call.Hidden?.Remove(change.Thing);
            if (known is null && member.Thing is null) await call.Keeper.TellApartAsync(call.Kind, change.Thing!, call.Sent(body), key, request.Aborted);
            var fitted = call.Kind.Fitting.Fit(change.Thing!);
            var wanted = (found ?? new MockThing { Collection = key.Collection, Id = key.Id, Owner = key.Owner }) with { Json = fitted.Json };
            var stored = await call.Keeper.PutAsync(wanted with { Marks = known is { Version: > 0 } ? wanted.Marks : MockThingMarks.None }, request.Aborted);
            if (stored.Thing is not null) return new Outcome(null) { Stored = stored, Fitted = fitted, Known = known };
        }
        return new Outcome(request.Refuse(409, "The thing was changed by others again and again meanwhile."));
    }

    private Changed Made(MockRequest request, ThingKey key, string[] values, JsonNode? body)
    {
        var sent = call.Sent(body);
        var thing = template.Make(sent, call.Now);
        Beginnings.Set(call.Kind, thing, sent, call.RequestShape);
        ParentFields.Set(call.Kind, thing, values, sent);
        call.Kind.Identify(thing, key.Own);
        if (call.Kind.HasSelfLinks) SelfLinks.Set(call.Kind, thing, call.IsItem ? request.Path : null, request);
        Touch(thing);
        return new Changed(thing, null);
    }

    private Changed Change(MockRequest request, MockThing known, ThingKey key, JsonNode? body)
    {
        var thing = JsonTrees.Parse(known.Json) as JsonObject ?? [];
        if (body is JsonArray operations)
        {
            // What is there from the start need not be what the document's example of a patch was written for.
            if (JsonPatch.Apply(thing, operations, out var patched) is { } problem && (known.Marks & MockThingMarks.Seed) == 0)
                return new Changed(null, problem);
            thing = Guarded(thing, patched);
        }
        else if (call.Sent(body) is { } sent)
            thing = replaces ? Replaced(thing, sent) : Merged(thing, sent, request.Field("Content-Type") is { } type && MediaTypeName.Parse(type).IsMergePatch);
        call.Kind.Identify(thing, key.Own);
        Touch(thing);
        return new Changed(thing, null);
    }

    /// <summary>A patch changes nothing that only the API sets.</summary>
    private JsonObject Guarded(JsonObject old, JsonObject patched)
    {
        foreach (var field in call.Kind.Shape.Fields.Where(f => f.ReadOnly))
        {
            if (old.TryGetPropertyValue(field.Name, out var value)) patched[field.Name] = value?.DeepClone();
            else patched.Remove(field.Name);
        }
        return patched;
    }

    /// <summary>What only the API sets stays; of the rest what is sent counts.</summary>
    private JsonObject Replaced(JsonObject old, JsonObject sent)
    {
        var thing = template.Make(sent, call.Now);
        foreach (var (name, value) in old)
            if (call.RequestShape.Find(name) is null or { ReadOnly: true } && (call.Kind.Shape.Find(name) is not null || call.Kind.Sample.ContainsKey(name))
                && !sent.ContainsKey(name))
                thing[name] = value?.DeepClone();
        foreach (var state in call.Kind.Resource.States)
            if (FieldNames.Way(state.Pointer) is [var name] && !sent.ContainsKey(name) && old[name] is { } value) thing[name] = value.DeepClone();
        return thing;
    }

    /// <summary>
    /// RFC 7396, except that what only the API sets stays, and that <c>null</c> stays where the thing may hold it and no merge patch was sent, or every thing
    /// has the field.
    /// </summary>
    private JsonObject Merged(JsonObject thing, JsonObject sent, bool isMergePatch)
    {
        foreach (var (name, value) in sent)
        {
            var field = call.Kind.Shape.Find(name);
            if (field is { ReadOnly: true } or { WriteOnly: true } || call.RequestShape.Find(name) is { ReadOnly: true }
                || (field is null && (call.Kind.Shape.IsClosed || IsForRequestsAlone(name))))
                continue;
            if (value is null && ((isMergePatch && field is not { Required: true }) || !AllowsNull(field))) thing.Remove(name);
            else if (value is JsonObject part && thing[name] is JsonObject old) MergePatch.Into(old, part);
            else thing[name] = value?.DeepClone();
        }
        return thing;
    }

    private bool IsForRequestsAlone(string name) => call.RequestShape.Find(name) is not null && !call.Kind.Shape.IsOpen && !call.Kind.Sample.ContainsKey(name);

    private bool AllowsNull(ThingField? field) =>
        field is not null && field.Schema.IsDefined && call.Kind.Model.Schemas.For(field.Schema, Validator.MessageDirection.Response).IsValid("null"u8);

    private void Touch(JsonObject thing)
    {
        foreach (var field in call.Kind.Shape.Fields)
            if (InstantStyle.RoleOf(field.Name) == InstantRole.Updated && (thing.ContainsKey(field.Name) || field.Required)
                && InstantStyle.Write(call.Kind.Model.Spec.Resolve(field.Schema), thing[field.Name] ?? call.Kind.Sample[field.Name], call.Now) is { } now)
                thing[field.Name] = now;
    }

    private int StatusOf(MockThing? known)
    {
        if (known is null) return call.Described(201) ?? call.Operation.SuccessStatus;
        return call.Operation.SuccessStatus == 201 ? call.Described(200, 204) ?? 201 : call.Operation.SuccessStatus;
    }

    private static MockReply Finished(MockReply reply, MockStored stored, FittedThing fitted)
    {
        if (fitted.Lost.Count > 0)
            reply = reply.With(MockHeaders.Nonconforming,
                StructuredText.Quote($"What was sent for {string.Join(", ", fitted.Lost)} breaks the schema of the answer and was replaced."));
        return stored.Forgotten > 0 ? reply.With(MockHeaders.Forgotten, stored.Forgotten.ToString(CultureInfo.InvariantCulture)) : reply;
    }

    /// <summary>What came of changing one thing.</summary>
    /// <param name="Refusal">Why it was not changed; null when it was.</param>
    internal readonly record struct Outcome(MockReply? Refusal)
    {
        public MockStored Stored { get; init; }

        public FittedThing? Fitted { get; init; }

        /// <summary>The thing as it was; null when there was none.</summary>
        public MockThing? Known { get; init; }
    }

    private readonly record struct Changed(JsonObject? Thing, string? Problem);
}
