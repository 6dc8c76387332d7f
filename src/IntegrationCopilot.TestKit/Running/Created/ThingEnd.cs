using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Ends what nothing removes by what it says of itself: a thing whose creation answers with nothing is known by what was sent, so that sending it again with an
/// end that is past ends it. Whether it did, the list tells.
/// </summary>
internal sealed class ThingEnd(RunContext context, ThingRequests requests, CaseSender sender)
{
    private static readonly TimeSpan Ago = TimeSpan.FromMinutes(1);

    /// <summary>Whether a thing that this operation makes can be known by what was sent only, is listed, and is removed by nothing.</summary>
    public static bool MayEnd(ApiOperation create, ApiResource? resource) =>
        resource is { Delete: null, List: not null } && ReferenceEquals(resource.Create, create) && resource.AnswerOf(resource.List) is not null
        && create.Responses.Where(response => response.Status.StartsWith('2')).All(response => response.Content.Count == 0 && response.Headers.Count == 0);

    /// <summary>Ends a thing.</summary>
    /// <returns>Why it is there still; null when its list shows it no longer.</returns>
    /// <exception cref="CaseStopException">The list cannot be asked for.</exception>
    public async Task<string?> WhyLeftAsync(CreatedThing thing, CancellationToken cancellationToken)
    {
        if (thing.Sent is not { Body: { } body } sent) return CleanUp.NothingRemoves;
        if (IsNothing(JsonBody.Parse(body.Bytes))) return null;
        if (Ended(sent) is not { } ended) return CleanUp.NothingRemoves;
        await sender.SendAsync(sent with { Body = body with { Bytes = AsJson.Bytes(ended) } }, cancellationToken);
        var list = thing.Resource!.List!;
        if (requests.For(list, thing) is not { } ready) return CleanUp.NothingRemoves;
        var exchange = await sender.SendAsync(ready, cancellationToken);
        if (exchange.Response?.Status is not (>= 200 and < 300)) return $"{list.Id}: {JudgeContext.Describe(exchange)}.";
        var shown = ListedThings.In(exchange.Json, thing.Resource.AnswerOf(list)!).Select(item => item.Thing).ToList();
        var period = PeriodMembers.Of(context.Spec, thing.Operation);
        return Objects(ended).Any(one => shown.Any(item => MayBe(item, one, [.. period.Starts, .. period.Ends])))
            ? $"{CleanUp.NothingRemoves} It was sent again with an end that is past, and {list.Id} shows it still."
            : null;
    }

    /// <summary>Whether a list of things, or the place of one, was sent and nothing in it.</summary>
    private static bool IsNothing(JsonElement? sent) =>
        sent is { ValueKind: JsonValueKind.Null } || (sent is { ValueKind: JsonValueKind.Array } items && items.GetArrayLength() == 0);

    /// <summary>What was sent, over since a minute; null when nothing of it tells an end.</summary>
    private JsonNode? Ended(ReadyRequest sent)
    {
        if (JsonBody.Parse(sent.Body!.Bytes) is not { } json || AsJson.Node(json) is not { } root) return null;
        var period = PeriodMembers.Of(context.Spec, sent.Operation!);
        if (period.Ends.Count == 0 || !Objects(root).Any()) return null;
        var end = context.Options.Clock.GetUtcNow() - Ago;
        foreach (var one in Objects(root))
        {
            foreach (var name in period.Ends) one[name] = Text(end);
            foreach (var name in period.Starts.Where(one.ContainsKey)) one[name] = Text(end - Ago);
        }

        return root;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode root) => (root is JsonArray items ? items.AsEnumerable() : [root]).OfType<JsonObject>();

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether a listed thing may be the one that was sent: it says nothing else of it, its times aside.</summary>
    private static bool MayBe(JsonElement listed, JsonObject sent, string[] times) =>
        listed.ValueKind != JsonValueKind.Object || sent.Where(member => member.Value is not null && !times.Contains(member.Key)).All(
            member => !listed.TryGetProperty(member.Key, out var said) || JsonElement.DeepEquals(said, AsJson.Element(member.Value)));
}
