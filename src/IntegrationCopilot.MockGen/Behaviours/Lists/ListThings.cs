using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Gives the things that are kept: filtered, sorted and in pages as the request asks, with counts and links that are true.</summary>
internal sealed class ListThings
{
    private const int MostScanned = 1_000_000;
    private const int MostNoted = 5;
    private readonly ThingCall call;
    private readonly ListBody body;
    private readonly PagePlan plan;
    private readonly HashSet<string> pageNames;

    /// <summary>The cursor that the document shows, which nobody was given: it means the start.</summary>
    private readonly Lazy<string?> shownCursor;

    public ListThings(ThingCall call)
    {
        this.call = call;
        plan = PagePlan.Of(call.Operation.Description);
        body = new ListBody(call, plan);
        pageNames = plan.NamesIn(call.Kind.Model.Spec, call.Kind.Model.Options.Authentication);
        shownCursor = new Lazy<string?>(() => plan.ShownCursor(call.Operation.Description, call.Kind.Model.Samples));
    }

    public async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next)
    {
        if (call.Answer.ShellFor(request, call.Operation.SuccessStatus) is not { Media: { } media } found || call.Answer.Described is null
            || !call.Answer.CanWrite(media))
            return await next(request);
        var values = ThingCall.Values(request);
        if (!await call.Keeper.HasParentAsync(call.Kind, values, request.Aborted)) return call.NoParent(request, values);
        var sent = request.Content;
        var key = call.Kind.Scope.All(values);
        await call.Keeper.BeginAsync(call.Kind, key, values, request.Aborted);
        var query = ListQuery.Of(request, [call.Kind.Shape, call.Answer.Shape], pageNames);
        var wanted = plan.Wanted(request, sent);
        if (wanted.After is { } cursor && cursor == shownCursor.Value) wanted = wanted with { After = null };
        var all = query.Apply(Own(await call.Keeper.Store.ListAsync(key.Collection, 0, MostScanned, request.Aborted), key));
        if (ListPage.Cut(all, wanted, IdOf) is not { } page)
            return request.Refuse(call.Described(400, 404, 422) ?? 400, "The cursor leads nowhere: no page before gave it.");
        var links = PageLinks.Of(request, plan, wanted, page);
        var reply = body.Write(found.Shell, media, page, links);
        // What is kept cannot be shown as the list describes its items.
        if (reply.Field(MockHeaders.Nonconforming) is not null && (plan.Facts.Count == 0 || all.All(thing => (thing.Marks & MockThingMarks.Seed) != 0)))
            return await next(request);
        foreach (var name in query.Ignored.Distinct(StringComparer.Ordinal).Take(MostNoted))
            request.Note($"The query parameter '{name}' was not heeded: no field has its name.");
        return CountHeaders.Set(reply, page, links, plan);
    }

    private static IReadOnlyList<MockThing> Own(IReadOnlyList<MockThing> things, ThingKey key)
    {
        if (key.Owner.Length == 0 && !things.Any(ThingKeeper.IsGone)) return things;
        return [.. things.Where(thing =>
            !ThingKeeper.IsGone(thing)
            && (key.Owner.Length == 0 || thing.Owner.Length == 0 || thing.Owner == key.Owner
            || thing.Owner.StartsWith($"{key.Owner}\u001F", StringComparison.Ordinal)))];
    }

    private string? IdOf(MockThing thing) => JsonTrees.Parse(thing.Json) is JsonObject whole && call.Kind.OwnOf(whole) is { } own ? own[^1] : null;
}
