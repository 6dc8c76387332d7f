using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.TestKit.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Reports;

/// <summary>An honest API of things whose names are unique: a second thing of the same name is answered 409 (RFC 9110, section 15.5.10).</summary>
internal sealed class UniqueNames(string collection, params string[] numbers)
{
    private readonly ConcurrentDictionary<string, JsonObject> things = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int made;

    public int Count => things.Count;

    public int Made => made;

    public Task<TestApi> StartAsync() => TestApi.StartAsync((_, context) => AnswerAsync(context));

    private async Task AnswerAsync(HttpContext context)
    {
        context.Request.Body.Position = 0;
        using var reader = new StreamReader(context.Request.Body);
        var body = Parse(await reader.ReadToEndAsync());
        var path = context.Request.Path.Value!;
        if (path == collection) await CollectionAsync(context, body);
        else if (path.StartsWith($"{collection}/", StringComparison.Ordinal)) await ItemAsync(context, path[(collection.Length + 1)..], body);
        else context.Response.StatusCode = 404;
    }

    private async Task CollectionAsync(HttpContext context, JsonObject? body)
    {
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.WriteAsJsonAsync(new { items = things.Values.ToArray() });
        else if (!HttpMethods.IsPost(context.Request.Method)) context.Response.StatusCode = 405;
        else if (!IsValid(body)) await RefuseAsync(context, 400, "not valid");
        else if (!Take(body!["name"]!.GetValue<string>())) await RefuseAsync(context, 409, "exists");
        else
        {
            var id = $"i{Interlocked.Increment(ref made)}";
            body["id"] = id;
            things[id] = body;
            context.Response.StatusCode = 201;
            await context.Response.WriteAsJsonAsync(body);
        }
    }

    private async Task ItemAsync(HttpContext context, string id, JsonObject? body)
    {
        if (!things.TryGetValue(id, out var thing)) await RefuseAsync(context, 404, "none");
        else if (HttpMethods.IsDelete(context.Request.Method))
        {
            things.TryRemove(id, out _);
            context.Response.StatusCode = 204;
        }
        else if (HttpMethods.IsPut(context.Request.Method) && !IsValid(body)) await RefuseAsync(context, 400, "not valid");
        else await context.Response.WriteAsJsonAsync(thing);
    }

    private bool IsValid(JsonObject? body) =>
        body is not null && body["name"] is JsonValue name && name.GetValueKind() == JsonValueKind.String && name.GetValue<string>().Length > 0
        && (body["currency"] is not JsonValue currency || currency.ToString() is "EUR" or "USD")
        && numbers.All(number => body[number] is JsonValue value && value.TryGetValue<long>(out _));

    private bool Take(string name)
    {
        lock (gate) return names.Add(name);
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message });
    }
}
