using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Work that was accepted with 202 and ends later (RFC 9110, section 15.3.3): the first time its thing is read it still goes on, the second time it has ended
/// well.
/// </summary>
internal static class PendingWork
{
    private const int ReadsBeforeTheEnd = 1;
    private static readonly string[] Ends = ["succeed", "success", "complet", "done", "finish", "ready", "active", "processed", "settled", "paid", "executed"];

    /// <summary>What is special about a thing that an operation made.</summary>
    public static MockThingMarks Marks(ThingKind kind, int status) =>
        status == 202 && kind.Resource.States.Count > 0 ? MockThingMarks.Pending : MockThingMarks.None;

    /// <summary>The thing as it is now; reading it brings its work on.</summary>
    public static async ValueTask<MockThing> ReadAsync(ThingCall call, MockThing thing, CancellationToken cancellationToken)
    {
        if ((thing.Marks & MockThingMarks.Pending) == 0) return thing;
        if (thing.Version <= ReadsBeforeTheEnd)
        {
            await call.Keeper.PutAsync(thing, cancellationToken);
            return thing;
        }
        if (JsonTrees.Parse(thing.Json) is not JsonObject whole) return thing;
        foreach (var state in call.Kind.Resource.States)
            if (EndOf(state) is { } end && FieldNames.Way(state.Pointer) is { Length: > 0 } way) whole.Set(way, JsonValue.Create(end));
        foreach (var field in call.Kind.Shape.Fields)
            if (Ended(field, call, whole) is { } value) whole[field.Name] = value;
        var ended = thing with { Json = call.Kind.Fitting.Fit(whole).Json, Marks = thing.Marks & ~MockThingMarks.Pending };
        return (await call.Keeper.PutAsync(ended, cancellationToken)).Thing ?? thing;
    }

    /// <summary>What a field tells of the end; null when it tells nothing of it.</summary>
    private static JsonValue? Ended(ThingField field, ThingCall call, JsonObject thing) => FieldNames.Fold(field.Name) switch
    {
        "done" or "completed" or "finished" or "iscomplete" or "isdone" or "iscompleted" or "isfinished" when thing[field.Name] is null or JsonValue
            && call.Kind.MayHold(thing, [field.Name], JsonValue.Create(true)) => JsonValue.Create(true),
        "progress" or "percent" or "percentcomplete" or "percentage" or "progresspercent" when thing[field.Name] is JsonValue shown
            && shown.TryGetValue<decimal>(out _) && call.Kind.MayHold(thing, [field.Name], JsonValue.Create(100)) => JsonValue.Create(100),
        "completedat" or "finishedat" or "endedat" or "completedon" or "finishedon" or "completiontime" or "endtime" or "finishtime" or "updatedat"
            or "updated" => InstantStyle.Write(call.Kind.Model.Spec.Resolve(field.Schema), thing[field.Name] ?? call.Kind.Sample[field.Name], call.Now),
        _ => null,
    };

    private static string? EndOf(ResourceState state) =>
        state.Values.FirstOrDefault(value => Array.Exists(Ends, end => value.StartsWith(end, StringComparison.OrdinalIgnoreCase)));
}
