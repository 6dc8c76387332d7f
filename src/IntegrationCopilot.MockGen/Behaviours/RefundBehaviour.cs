using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Gives back no more than was taken: what a client made can be refunded up to its amount, in parts, and what has no amount once.</summary>
internal sealed class RefundBehaviour : IMockBehaviour
{
    private const string Ledger = "\u001Frefunds";
    private const int Tries = 50;
    private readonly StateModel model;
    private readonly ThingKeeper keeper;

    /// <summary>The payments that are given back and are no resource; null when there are none.</summary>
    private readonly Lazy<UnkeptPayments?> unkept;

    public RefundBehaviour(StateModel model, ThingKeeper keeper)
    {
        (this.model, this.keeper) = (model, keeper);
        unkept = new Lazy<UnkeptPayments?>(() => model.Spec.Operations.Any(operation =>
            operation.Facts.OfType<RefundFact>().FirstOrDefault()?.Target is { } target && KindOf(operation, target) is null) ? new(model, keeper) : null);
    }

    public string Name => "refunds";

    public MockStage Stage => MockStage.Condition;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null) return next;
        if (operation.Description.Facts.OfType<RefundFact>().FirstOrDefault() is not { } fact)
            return unkept.Value is { } paid && operation.Description.RequestBody is not null ? request => PayAsync(request, next, paid) : next;
        if (fact.Target is not { } target) return next;
        if (KindOf(operation.Description, target) is not { } kind)
            return request => request.Preferences.Status is null ? OfUnkeptAsync(request, next, fact, unkept.Value!) : next(request);
        var shown = new Lazy<decimal>(() => LargestShown(operation.Description, fact));
        return request => request.Preferences.Status is null ? AnswerAsync(request, next, fact, kind, shown) : next(request);
    }

    private static async ValueTask<MockReply> PayAsync(MockRequest request, MockStep next, UnkeptPayments payments)
    {
        var reply = await next(request);
        if (reply.Status is >= 200 and < 300) await payments.NoteAsync(request.Content, request.Aborted);
        return reply;
    }

    private static async ValueTask<MockReply> OfUnkeptAsync(MockRequest request, MockStep next, RefundFact fact, UnkeptPayments payments)
    {
        if (NameOf(request, fact.Target!, request.Content) is { Length: > 0 } name && !payments.IsShown(name)) return Unknown(request, fact, name);
        return Asked(request, fact) is { } asked && await payments.LargestAsync(request.Aborted) is var largest && asked > largest
            ? Refuse(request, [422, 409, 400, 403], TooMuch(asked, largest))
            : await next(request);
    }

    private async ValueTask<MockReply> AnswerAsync(MockRequest request, MockStep next, RefundFact fact, ThingKind kind, Lazy<decimal> shown)
    {
        var values = ThingCall.Values(request);
        var body = request.Content;
        if (KeyOf(request, fact.Target!, kind, values, body) is not { } key) return await next(request);
        var taken = await keeper.FindAsync(kind, key, values, request.Aborted);
        if (taken is null || ThingKeeper.IsGone(taken)) return Unknown(request, fact, string.Join('/', key.Own));
        var asked = Asked(request, fact);
        if ((taken.Marks & MockThingMarks.Seed) != 0) return await OfSeedAsync(request, next, taken, asked, shown);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var entry = await keeper.Store.FindAsync(Ledger, $"{key.Collection}\u001F{key.Id}", request.Aborted);
            var before = entry is null || !decimal.TryParse(entry.Owner, NumberStyles.Float, CultureInfo.InvariantCulture, out var sum) ? 0 : sum;
            var whole = Amounts.OfThing(JsonTrees.Parse(taken.Json) as JsonObject);
            if (Problem(entry, whole, before, asked) is { } problem) return Refuse(request, [422, 409, 400, 403], problem);
            var after = before + (asked ?? (whole - before) ?? 0);
            var booked = await keeper.Store.PutAsync(
                (entry ?? new MockThing { Collection = Ledger, Id = $"{key.Collection}\u001F{key.Id}" }) with { Owner =
                after.ToString(CultureInfo.InvariantCulture) }, request.Aborted);
            if (booked.Thing is not { } kept) continue;
            var reply = await next(request);
            if (reply.Status >= 400) await keeper.Store.PutAsync(kept with { Owner = before.ToString(CultureInfo.InvariantCulture) }, CancellationToken.None);
            return reply;
        }
        return request.Refuse(409, "Other refunds came in between again and again.");
    }

    /// <summary>What the document shows is there for everybody: of it nothing is booked, and as much as the document itself asks for is given back.</summary>
    private static ValueTask<MockReply> OfSeedAsync(MockRequest request, MockStep next, MockThing taken, decimal? asked, Lazy<decimal> shown)
    {
        var whole = Amounts.OfThing(JsonTrees.Parse(taken.Json) as JsonObject);
        return whole is { } all && asked > all && asked > shown.Value ? new(Refuse(request, [422, 409, 400, 403], TooMuch(asked.Value, all))) : next(request);
    }

    private decimal LargestShown(ApiOperation operation, RefundFact fact)
    {
        if (fact.Amount is not { Place: MessagePlace.Body } field) return decimal.MaxValue;
        return ShownBodies.Of(operation, model.Samples).Select(body => Amounts.Of(body.Find(field.Pointer.Tokens)) ?? 0).DefaultIfEmpty(0).Max();
    }

    private static decimal? Asked(MockRequest request, RefundFact fact) => fact.Amount is { } field
        ? Amounts.Of(field.Place == MessagePlace.Body ? request.Content.Find(field.Pointer.Tokens) : JsonValue.Create(request.Query(field.Name)))
        : null;

    private static MockReply Unknown(MockRequest request, RefundFact fact, string name) =>
        Refuse(request, fact.Target!.Place == MessagePlace.Path ? [404, 422, 400] : [422, 404, 400], $"There is no '{name}' that could be given back.");

    private static string TooMuch(decimal asked, decimal left) =>
        string.Create(CultureInfo.InvariantCulture, $"{asked} is more than the {left} that can still be given back.");

    private static string? Problem(MockThing? entry, decimal? whole, decimal before, decimal? asked)
    {
        if (whole is not { } all) return entry is null || asked is not null ? null : "It was given back already.";
        if (before >= all && all > 0) return "All of it was given back already.";
        return asked > all - before ? TooMuch(asked.Value, all - before) : null;
    }

    private static MockReply Refuse(MockRequest request, int[] statuses, string detail)
    {
        var described = request.Operation!.Description.Responses.Select(r => r.Status).ToList();
        return request.Refuse(Array.Find(statuses, status => described.Contains(status.ToString(CultureInfo.InvariantCulture))) is > 0 and var known ? known
            : statuses[0], detail);
    }

    private static ThingKey? KeyOf(MockRequest request, MessageField target, ThingKind kind, string[] values, JsonNode? body)
    {
        if (target.Place == MessagePlace.Path) return kind.Scope.One(values);
        var id = NameOf(request, target, body);
        return string.IsNullOrEmpty(id) ? null : kind.Scope.One([], [id]);
    }

    private static string? NameOf(MockRequest request, MessageField target, JsonNode? body) => target.Place switch
    {
        MessagePlace.Path => request.PathValue(target.Name),
        MessagePlace.Body => body.Find(target.Pointer.Tokens).ScalarText(),
        _ => request.Query(target.Name),
    };

    /// <summary>What is given back: the resource whose identifier the parameter or field holds; null when none is kept.</summary>
    private ThingKind? KindOf(ApiOperation operation, MessageField target) => Named(operation, target) is { IsUsable: true } kind ? kind : null;

    private ThingKind? Named(ApiOperation operation, MessageField target)
    {
        var named = model.Of(model.Resources.Dependencies.FirstOrDefault(d =>
            ReferenceEquals(d.Consumer, operation) && (d.Parameter == target.Name || d.Parameter == target.Pointer.ToString()))?.Resource);
        if (target.Place != MessagePlace.Path || named is not null) return named;
        var index = PathNames.Of(operation.Path).ToList().IndexOf(target.Name);
        for (var resource = model.Resources.Of(operation).Resource; resource is not null; resource = resource.Parent)
            if (PathNames.Of(resource.ItemPath).Count == index + 1) return model.Of(resource);
        return model.Of(model.Resources.Resources.FirstOrDefault(r =>
            r.ItemPath is { } item && PathNames.Of(item).Count == index + 1 && operation.Path.StartsWith($"{item.TrimEnd('/')}/", StringComparison.Ordinal)));
    }
}
