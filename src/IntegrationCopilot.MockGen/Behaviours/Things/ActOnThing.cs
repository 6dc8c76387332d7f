using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Does something with a thing: moves it to the state that the action leads to, where it may go there.</summary>
internal sealed class ActOnThing
{
    private const int Tries = 50;

    /// <summary>How states are called that nothing leads out of; others, such as active and paused, are left and come back.</summary>
    private static readonly string[] Final =
        ["cancel", "complete", "refund", "void", "close", "expire", "delete", "reject", "fail", "declin", "settle", "finish", "terminat", "revers", "succe",
            "captured", "paid"];

    private readonly ThingCall call;
    private readonly List<(string[] Way, ResourceState State, string Value)> moves = [];

    /// <summary>How what was deleted comes back; null when the action is another.</summary>
    private readonly SoftDeletion? restoring;

    public ActOnThing(ThingCall call)
    {
        this.call = call;
        if (Restorations.IsOne(call.Operation.Description)) restoring = new SoftDeletion(call.Kind);
        foreach (var state in call.Kind.Resource.States)
            foreach (var transition in state.Transitions)
                if (ReferenceEquals(transition.Action, call.Operation.Description)) moves.Add((FieldNames.Way(state.Pointer), state, transition.Value));
    }

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        if (call.Answer.ShellFor(request, call.Operation.SuccessStatus) is null) return await next(request);
        var values = ThingCall.Values(request);
        var body = request.Content;
        if (call.KeyOf(request, values, body) is not { } key) return await next(request);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var known = await call.Keeper.FindAsync(call.Kind, key, values, request.Aborted);
            if (known is null || (ThingKeeper.IsGone(known) && (restoring is null || known.Json.IsEmpty))) return call.Unknown(request, key);
            if (JsonTrees.Parse(known.Json) is not JsonObject thing) return await next(request);
            if (ThingKeeper.IsGone(known)) known = known with { Marks = known.Marks & ~MockThingMarks.Deleted };
            else if (restoring is not null && (known.Marks & MockThingMarks.Seed) == 0 && SoftDeletion.RefusesWhatIsThere(call.Operation.Description))
                return request.Refuse(409, $"The {call.Kind.Resource.Name} was not deleted.");
            if (!IsForAll(known) && Conflict(thing, IsUntouched(known), out var status) is { } conflict) return request.Refuse(status, conflict);
            if (moves.Count == 0 && restoring is null)
                return call.Answer.Described is null
                    ? await next(request)
                    : call.Answer.One(request, call.Operation.SuccessStatus, known.Json) ?? await next(request);
            Move(thing);
            restoring?.Restore(thing);
            var stored = await call.Keeper.PutAsync(known with { Json = call.Kind.Fitting.Fit(thing).Json }, request.Aborted);
            if (stored.Thing is { } kept) return call.Answer.One(request, call.Operation.SuccessStatus, kept.Json) ?? await next(request);
        }
        return request.Refuse(409, "The thing was changed by others again and again meanwhile.");
    }

    /// <summary>What is there from the start and nobody can make anew: whoever follows the document acts on it, whatever others did before.</summary>
    private bool IsForAll(MockThing thing) => (thing.Marks & MockThingMarks.Seed) != 0 && call.Kind.Resource.Create is null;

    /// <summary>Nobody has led a thing anywhere that is as it was made.</summary>
    private static bool IsUntouched(MockThing thing) => thing.Version <= 1;

    /// <summary>
    /// Why the action cannot be done now. Only what the document has a status for is refused; 422 alone says nothing against doing again what is done, and
    /// nothing does against doing what nobody did yet.
    /// </summary>
    private string? Conflict(JsonObject thing, bool isUntouched, out int status)
    {
        status = call.Described(409, 422) ?? 0;
        if (status == 0) return null;
        foreach (var (way, state, value) in moves)
            if (thing.Find(way).ScalarText() is { } now
                && ((now == value && status == 409 && !isUntouched) || (IsFinal(now) && Comes(state, now) > Comes(state, value))))
                return $"The {call.Kind.Resource.Name} is '{now}' and cannot become '{value}'.";
        return null;
    }

    private static bool IsFinal(string state) => Array.Exists(Final, word => state.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>How late in a thing's life a state is; states that no action leads to are early.</summary>
    private static int Comes(ResourceState state, string value)
    {
        for (var i = 0; i < state.Values.Count; i++)
            if (state.Values[i] == value) return state.Transitions.Any(t => t.Value == value) ? i : -1;
        return -1;
    }

    private void Move(JsonObject thing)
    {
        foreach (var (way, _, value) in moves)
            thing.Set(way, thing.Find(way) is JsonValue flag && flag.TryGetValue<bool>(out _) ? JsonValue.Create(value == "true") : JsonValue.Create(value));
        foreach (var field in call.Kind.Shape.Fields)
            if (IsMoment(field.Name)
                && InstantStyle.Write(call.Kind.Model.Spec.Resolve(field.Schema), thing[field.Name] ?? call.Kind.Sample[field.Name], call.Now) is { } now)
                thing[field.Name] = now;
    }

    /// <summary>The field that tells when the thing changed, and the one that tells when it came to the new state.</summary>
    private bool IsMoment(string field) =>
        InstantStyle.RoleOf(field) == InstantRole.Updated
            || moves.Exists(move => FieldNames.Fold(field) == string.Create(CultureInfo.InvariantCulture, $"{FieldNames.Fold(move.Value)}at"));
}
