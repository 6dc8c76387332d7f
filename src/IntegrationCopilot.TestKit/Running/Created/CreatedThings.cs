using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What the requests of a run created, in order, what they removed again, and what may be there although it was refused.</summary>
internal sealed class CreatedThings(RunContext context)
{
    /// <summary>Beyond this only the number is known.</summary>
    private const int MaxNoted = 20_000;

    /// <summary>Refusals keep their requests.</summary>
    private const int MaxRefused = 2_000;

    private readonly List<CreatedThing> things = [];
    private readonly List<RefusedCreation> refused = [];
    private readonly HashSet<string> accepted = new(StringComparer.Ordinal);
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>What is there still as far as the run knows, the newest first.</summary>
    public IReadOnlyList<CreatedThing> Newest
    {
        get
        {
            lock (gate) return [.. Enumerable.Reverse(things)];
        }
    }

    /// <summary>Creations that were refused or broke off, each with the names that no request had which succeeded.</summary>
    public IReadOnlyList<RefusedCreation> Refused
    {
        get
        {
            lock (gate)
                return [.. refused.Select(item => item with { Names = [.. item.Names.Where(name => !accepted.Contains(name.Value))] })
                    .Where(item => item.Names.Count > 0)];
        }
    }

    /// <summary>Notes what a request did, or may have done.</summary>
    /// <param name="ready">The request.</param>
    /// <param name="exchange">What became of it.</param>
    /// <param name="caseId">Id of the case that sent it; null when none did.</param>
    public void Note(ReadyRequest ready, Exchange exchange, string? caseId)
    {
        if (!context.RemovesCreated || exchange.Operation is not { } operation) return;
        if (context.MeaningOf(operation) is not { Effect: not OperationEffect.Safe } meaning) return;
        List<KeyValuePair<string, string>> names = [.. ready.PathValues.Concat(Body(ready)).SelectMany(sent => context.Own.In(sent.Key, sent.Value))];
        lock (gate)
        {
            if (exchange.Response is { Status: >= 200 and < 300 }) NoteDone(operation, meaning, ready, exchange, names);
            else if (MayHaveMade(exchange, meaning) && names.Count > 0 && refused.Count < MaxRefused)
                refused.Add(new(caseId, meaning.Resource!, ready.PathValues, names, exchange));
        }
    }

    /// <summary>Whether the run has sent a request that removes the same thing, and it succeeded.</summary>
    public bool IsRemoved(ReadyRequest ready)
    {
        lock (gate) return removed.Contains(AddressOf(ready));
    }

    private void NoteDone(ApiOperation operation, OperationMeaning meaning, ReadyRequest ready, Exchange exchange,
        IEnumerable<KeyValuePair<string, string>> names)
    {
        var isFirst = names.All(name => !accepted.Contains(name.Value));
        accepted.UnionWith(names.Select(name => name.Value));
        if (meaning.Effect == OperationEffect.Deletes || ReferenceEquals(meaning.Resource?.Delete, operation)) removed.Add(AddressOf(ready));
        if (things.Count >= MaxNoted || HandsOver(exchange)) return;
        var made = meaning.Effect is OperationEffect.Creates or OperationEffect.Changes
            ? CreatedIdentity.Of(operation, meaning.Resource, ready, exchange) : null;
        if (meaning.Effect == OperationEffect.Creates || (isFirst && IsPut(made, names))) things.Add(made!);
        else if (Renamed(meaning, ready, exchange) is { } renamed) things.Add(renamed);
    }

    /// <summary>A thing of the run that is called otherwise since it was changed, as the answer shows it; null when it is not.</summary>
    private CreatedThing? Renamed(OperationMeaning meaning, ReadyRequest ready, Exchange exchange)
    {
        if (meaning is not { Role: ResourceRole.Update or ResourceRole.Replace, Resource: { Identifier: { } identifier } resource }) return null;
        if (!ready.PathValues.TryGetValue(identifier.Parameter, out var before) || CreatedIdentity.Shown(identifier, exchange) is not { } now) return null;
        var known = things.Find(thing => ReferenceEquals(thing.Resource, resource) && thing.Identifier == ListedItems.Text(before));
        return known is null || ListedItems.Text(now) == known.Identifier ? null : known with
        {
            Values = new Dictionary<string, JsonElement>(known.Values, StringComparer.Ordinal) { [identifier.Parameter] = now },
            Identifier = ListedItems.Text(now),
        };
    }

    /// <summary>What makes or replaces has made what nobody else can have called so.</summary>
    private static bool IsPut(CreatedThing? made, IEnumerable<KeyValuePair<string, string>> names) =>
        made is { Resource: { } resource, Identifier: { } own } && ReferenceEquals(resource.Create, made.Operation) && names.Any(name => name.Value == own);

    /// <summary>What an answer streams is handed to the caller, and lies nowhere.</summary>
    private static bool HandsOver(Exchange exchange) =>
        exchange.Operation!.FindResponse(exchange.Response!.Status)?.Content.Any(media => media.IsStream) == true;

    private static bool MayHaveMade(Exchange exchange, OperationMeaning meaning) =>
        exchange is { Response.Status: >= 400 } or { Response: null, Reached: true }
        && meaning is { Effect: OperationEffect.Creates, Resource: { Delete: not null } resource } && ReferenceEquals(resource.Create, exchange.Operation);

    private static IEnumerable<KeyValuePair<string, JsonElement>> Body(ReadyRequest ready) =>
        ready.Body is { } body && JsonBody.Parse(body.Bytes) is { } json ? [KeyValuePair.Create("", json)] : [];

    /// <summary>What a request removes: what lies under its path, or, where the path names nothing, what query and body say.</summary>
    private static string AddressOf(ReadyRequest ready) =>
        ready.PathValues.Count > 0 ? ready.Url.Split('?')[0] : $"{ready.Url} {(ready.Body is { } body ? Said(body.Bytes) : "")}";

    /// <summary>A body by its members, however it is written.</summary>
    private static string Said(ReadOnlyMemory<byte> body) =>
        JsonBody.Parse(body) is not { ValueKind: JsonValueKind.Object } json ? Encoding.UTF8.GetString(body.Span)
        : string.Join('\n', json.EnumerateObject().Select(member => $"{member.Name}={member.Value.GetRawText()}").Distinct().Order(StringComparer.Ordinal));
}
