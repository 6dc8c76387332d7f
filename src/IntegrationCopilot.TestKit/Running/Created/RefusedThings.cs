using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Finds at the end of a run what is there although its creation was refused. A thing is the run's when it is called by a value that the run made up, and that
/// was sent by no request that succeeded. Each list is asked for once.
/// </summary>
internal sealed class RefusedThings(RunContext context, ThingRequests requests, CaseSender sender)
{
    private const int MaxAsked = 20;

    private int asked;

    public async Task<IReadOnlyList<RefusedThing>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<RefusedThing>();
        var refused = context.Created.Refused;
        foreach (var same in refused.Where(item => item.Resource.List is not null).GroupBy(ListOf).OrderBy(same => same.First().Values.Count))
            if (await AskAsync(same.First().Resource.List!, same.First().AsThing(), cancellationToken) is { } list)
                found.AddRange(Listed(list, [.. same]));
        foreach (var creation in refused.Where(item => item.Resource is { List: null, Read: not null }).DistinctBy(item => item.AsThing().Identifier))
            if (creation.AsThing() is { Identifier: not null } thing && await AskAsync(creation.Resource.Read!, thing, cancellationToken) is not null)
                found.Add(new(thing, creation, creation.Resource.Read!));
        return found;
    }

    private static string ListOf(RefusedCreation refused) => string.Join('\n', refused.Resource.List!.Parameters
        .Where(parameter => parameter.Place == ParameterPlace.Path)
        .Select(parameter => refused.Values.TryGetValue(parameter.Name, out var value) ? value.GetRawText() : "").Prepend(refused.Resource.List.Id));

    /// <summary>A successful answer; null when there is none, or too many were asked for.</summary>
    private async Task<Exchange?> AskAsync(ApiOperation operation, CreatedThing thing, CancellationToken cancellationToken)
    {
        if (asked >= MaxAsked) return null;
        try
        {
            if (requests.For(operation, thing) is not { } ready) return null;
            asked++;
            var exchange = await sender.SendAsync(ready, cancellationToken);
            return exchange.Response?.Status is >= 200 and < 300 ? exchange : null;
        }
        catch (Exception stop) when (stop is CaseStopException or OperationCanceledException)
        {
            return null;
        }
    }

    private static IEnumerable<RefusedThing> Listed(Exchange list, IReadOnlyList<RefusedCreation> refused)
    {
        var resource = refused[0].Resource;
        if (resource.AnswerOf(list.Operation!) is not { } answer) yield break;
        foreach (var (name, item) in ListedThings.In(list.Json, answer))
        {
            var own = name ?? (resource.Identifier is { } identifier ? ListedThings.Named(item, identifier.Parts[^1]) : null);
            if (refused.FirstOrDefault(creation => creation.Names.Any(called => ListedThings.IsCalled(item, own, called))) is not { } made) continue;
            yield return new(Thing(made, item, own), made, list.Operation!);
        }
    }

    private static CreatedThing Thing(RefusedCreation made, JsonElement item, JsonElement? own)
    {
        var values = new Dictionary<string, JsonElement>(made.Values, StringComparer.Ordinal);
        var parts = made.Resource.Identifier?.Parts ?? [];
        foreach (var part in parts)
            if ((ReferenceEquals(part, parts[^1]) ? own : ListedThings.Named(item, part)) is { } value) values[part.Parameter] = value;
        return new(made.Exchange.Operation!, made.Resource, values, own is { } known ? ListedItems.Text(known) : null);
    }
}
