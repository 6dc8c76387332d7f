using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Lives the life of one thing of a resource as a partner's developer would, and tells what would surprise them.</summary>
internal sealed class LifeWalk(ApiSpec spec)
{
    private readonly MockEngine engine = new(spec);
    private readonly SampleRequests requests = new(spec, new SampleGenerator(spec));
    private readonly List<string> surprises = [];
    private string[] parents = [];

    /// <summary>Resources that can be made and found again.</summary>
    public IEnumerable<ApiResource> Walkable =>
        spec.Resources.Resources.Where(r =>
        r is { Kind: ResourceKind.Collection, Confidence: >= 0.8, Create: not null, Identifier: not null } && (r.Read ?? r.List) is not null);

    /// <summary>Makes a thing, reads, lists, changes and removes it.</summary>
    /// <returns>What surprised; null when the document lets no such request be made.</returns>
    public async Task<IReadOnlyList<string>?> LiveAsync(ApiResource resource)
    {
        await engine.ResetAsync();
        surprises.Clear();
        parents = [];
        if (await CreateAsync(resource) is not { } made) return null;
        if (made.Own is null) return surprises;
        await ReadAsync(resource, made.Own, made.Sent, "made");
        await ListAsync(resource, made.Own, isThere: true);
        foreach (var change in new[] { resource.Update, resource.Replace }.OfType<ApiOperation>().Where(o => o != resource.Create))
            if (await SendAsync(change, made.Own, optional: true) is { } changed)
            {
                Expect(changed.Reply.Status < 400, $"{change.Method} answers {changed.Reply.Status}: {Text(changed.Reply)}");
                await ReadAsync(resource, made.Own, SentOf(changed.Request), "changed");
            }
        await DeleteAsync(resource, made.Own);
        return surprises;
    }

    private async Task<(string? Own, JsonObject? Sent)?> CreateAsync(ApiResource resource)
    {
        var create = resource.Create!;
        if (await SendAsync(create, null, optional: true) is not { } sent) return null;
        if (sent.Reply.Status >= 400)
        {
            surprises.Add($"create answers {sent.Reply.Status}: {Text(sent.Reply)}");
            return (null, null);
        }
        Expect(sent.Reply.Field(MockHeaders.Body) is "state" or "none", $"create answers out of {sent.Reply.Field(MockHeaders.Body)}");
        Expect(sent.Reply.Field(MockHeaders.Nonconforming) is null, $"create does not conform: {sent.Reply.Field(MockHeaders.Nonconforming)}");
        var own = OwnOf(resource, sent);
        Expect(own is not null, "the answer to the creation does not tell the identifier");
        return (own, SentOf(sent.Request));
    }

    private static string? OwnOf(ApiResource resource, Sent sent)
    {
        var part = resource.Identifier!.Parts[^1];
        if (part.Create is { } pointer && JsonTrees.Parse(sent.Reply.Body).Find(Way(pointer)).ScalarText() is { } made) return made;
        if (sent.Reply.Field("Location") is { } location) return Uri.UnescapeDataString(location[(location.LastIndexOf('/') + 1)..]);
        return part.Request is { } chosen ? JsonTrees.Parse(sent.Request.Body).Find(Way(chosen)).ScalarText() : null;
    }

    private async Task ReadAsync(ApiResource resource, string own, JsonObject? sent, string how)
    {
        if (resource.Read is not { } read || await SendAsync(read, own, optional: false) is not { } got) return;
        Expect(got.Reply.Status < 300, $"{how}, then read: {got.Reply.Status} {Text(got.Reply)}");
        if (got.Reply.Status >= 300) return;
        Expect(got.Reply.Field(MockHeaders.Body) is "state", $"{how}, then read out of {got.Reply.Field(MockHeaders.Body)}");
        Expect(got.Reply.Field(MockHeaders.Nonconforming) is null, $"{how}, then read does not conform: {got.Reply.Field(MockHeaders.Nonconforming)}");
        if (resource.AnswerOf(read) is not { } answer || JsonTrees.Parse(got.Reply.Body).Find(FieldNames.Way(answer.Envelope)) is not { } place) return;
        var thing = (place is JsonArray items ? items.FirstOrDefault() : place).Find(FieldNames.Way(answer.Item)) as JsonObject;
        var shape = ThingShape.Of(spec, answer.Schema);
        foreach (var (name, value) in sent ?? [])
            if (shape.Find(name) is { ReadOnly: false, WriteOnly: false })
                Expect(Holds(thing?[name], value), $"{how} with {name}={value?.ToJsonString()}, read {thing?[name]?.ToJsonString() ?? "nothing"}");
    }

    /// <summary>Whether what was sent is in what is read; the API may add fields to objects.</summary>
    private static bool Holds(JsonNode? read, JsonNode? sent) => (read, sent) switch
    {
        (JsonObject whole, JsonObject part) => part.All(m => !whole.ContainsKey(m.Key) || Holds(whole[m.Key], m.Value)),
        (JsonArray all, JsonArray some) => all.Count == some.Count && all.Zip(some).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(read, sent) || read.ScalarText() == sent.ScalarText(),
    };

    private async Task ListAsync(ApiResource resource, string own, bool isThere)
    {
        if (resource.List is not { } list || await SendAsync(list, null, optional: false) is not { } got) return;
        Expect(got.Reply.Status < 300, $"list answers {got.Reply.Status}: {Text(got.Reply)}");
        if (got.Reply.Status < 300 && resource.AnswerOf(list) is { } answer && Listed(resource, answer, JsonTrees.Parse(got.Reply.Body)) is { } listed)
            Expect(listed.Contains(own) == isThere, isThere ? "the list does not show what was made" : "the list shows what was removed");
    }

    private static List<string?>? Listed(ApiResource resource, ResourceAnswer answer, JsonNode? body)
    {
        if (resource.Identifier!.Parts[^1].ListItem is not { } field) return null;
        return body.Find(Way(answer.Envelope)) switch
        {
            JsonObject map when answer.Form == AnswerForm.Map => [.. map.Select(m => m.Key)],
            JsonArray items =>
                [.. items.Select(item =>
                answer.Form == AnswerForm.Identifiers ? item.ScalarText() : item.Find(Way(answer.Item)).Find(Way(field)).ScalarText())],
            _ => null,
        };
    }

    private async Task DeleteAsync(ApiResource resource, string own)
    {
        if (resource.Delete is not { } delete || await SendAsync(delete, own, optional: false) is not { } gone) return;
        Expect(gone.Reply.Status < 400, $"delete answers {gone.Reply.Status}: {Text(gone.Reply)}");
        if (gone.Reply.Status >= 400) return;
        if (resource.Read is { } read && await SendAsync(read, own, optional: false) is { } got)
            Expect(got.Reply.Status is 404 or 410, $"read after removal answers {got.Reply.Status}");
        await ListAsync(resource, own, isThere: false);
        if (await SendAsync(delete, own, optional: false) is { } again) Expect(again.Reply.Status >= 400, $"removing twice answers {again.Reply.Status}");
    }

    private async Task<Sent?> SendAsync(ApiOperation operation, string? own, bool optional)
    {
        if (requests.Make(operation, optional, out _) is not { } request) return null;
        request = Placed(operation, request);
        if (own is not null) request = Naming(operation, request, own);
        return new Sent(request, await engine.AnswerAsync(request));
    }

    /// <summary>All requests are beneath the parents of the first.</summary>
    private RecordedRequest Placed(ApiOperation operation, RecordedRequest request)
    {
        var resource = spec.Resources.Of(operation).Resource!;
        var template = operation.Path.Split('/');
        var actual = request.Url.Split('?')[0].Split('/');
        var seen = 0;
        for (var i = 0; i < template.Length && i < actual.Length && seen < resource.ParentParameters.Count; i++)
        {
            if (!template[i].Contains('{')) continue;
            if (parents.Length > seen) actual[i] = parents[seen];
            else parents = [.. parents, actual[i]];
            seen++;
        }
        return request with { Url = string.Join('/', actual) + (request.Url.IndexOf('?') is >= 0 and var mark ? request.Url[mark..] : "") };
    }

    private RecordedRequest Naming(ApiOperation operation, RecordedRequest request, string own)
    {
        var resource = spec.Resources.Of(operation).Resource!;
        var name = resource.Identifier!.Parameter;
        var template = operation.Path.Split('/');
        var actual = request.Url.Split('?')[0].Split('/');
        var names = PathNames.Of(resource.ItemPath).Count;
        var seen = 0;
        for (var i = 0; i < template.Length && i < actual.Length; i++)
        {
            seen += PathNames.Of(template[i]).Count;
            if (seen != names || !template[i].Contains('{')) continue;
            actual[i] = template[i][..template[i].LastIndexOf('{')] + Uri.EscapeDataString(own) + template[i][(template[i].LastIndexOf('}') + 1)..];
            return request with { Url = string.Join('/', actual) + (request.Url.IndexOf('?') is >= 0 and var mark ? request.Url[mark..] : "") };
        }
        if (JsonTrees.Parse(request.Body) is JsonObject body && operation.RequestBody is not null)
        {
            body.Set(name.StartsWith('/') ? Way(name) : [name], JsonValue.Create(own));
            return request with { Body = JsonTrees.Write(body) };
        }
        return request with { Url = $"{request.Url.Split('?')[0]}?{name}={Uri.EscapeDataString(own)}" };
    }

    private static JsonObject? SentOf(RecordedRequest request)
    {
        if (JsonTrees.Parse(request.Body) is not JsonObject body) return null;
        if (body.Count != 1) return body;
        return body.First().Value switch { JsonObject inner => inner, JsonArray { Count: 1 } items when items[0] is JsonObject only => only, _ => body };
    }

    private static string[] Way(string pointer) => [.. FieldNames.Way(pointer).Select(token => token == "*" ? "0" : token)];

    private void Expect(bool holds, string surprise)
    {
        if (!holds) surprises.Add(surprise);
    }

    private static string Text(MockReply reply) =>
        System.Text.Encoding.UTF8.GetString(reply.Body.Span) is { Length: > 300 } text ? text[..300] : System.Text.Encoding.UTF8.GetString(reply.Body.Span);

    private sealed record Sent(RecordedRequest Request, MockReply Reply);
}
