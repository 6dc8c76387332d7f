using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.MockGen;

/// <summary>Reads what was sent as a tree: JSON, and forms with the types that their schema gives the fields.</summary>
internal static class RequestBodies
{
    private const int MaxFormFields = 1_000;

    /// <summary>The body; null when there is none or it is of another kind.</summary>
    public static JsonNode? Read(MockRequest request, ApiSpec spec, ThingShape shape)
    {
        if (request.Message.Body.IsEmpty) return null;
        var type = request.Field("Content-Type") ?? "application/json";
        if (MediaTypes.IsForm(type) && !type.TrimStart().StartsWith("multipart", StringComparison.OrdinalIgnoreCase)) return Form(request.Message.Body, spec, shape);
        return MediaTypes.IsJson(type) ? request.Json : null;
    }

    private static JsonObject? Form(ReadOnlyMemory<byte> body, ApiSpec spec, ThingShape shape)
    {
        var root = new JsonObject();
        var fields = 0;
        foreach (var field in new QueryStringEnumerable(Encoding.UTF8.GetString(body.Span)))
        {
            if (++fields > MaxFormFields) return null;
            var way = WayOf(field.DecodeName().ToString());
            var schema = shape.Find(way[0])?.Schema ?? default;
            Put(root, way, Typed(spec.Resolve(schema), way.Length == 1, field.DecodeValue().ToString()));
        }
        return root;
    }

    /// <summary>The way of a field name: <c>a[b][]</c> is <c>a</c>, <c>b</c> and an item.</summary>
    private static string[] WayOf(string name)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        if (bracket <= 0) return [name];
        return [name[..bracket], .. name[(bracket + 1)..].Split('[').Select(token => token.TrimEnd(']'))];
    }

    private static void Put(JsonObject root, string[] way, JsonNode? value)
    {
        JsonNode holder = root;
        for (var i = 0; i < way.Length; i++)
        {
            var isLast = i == way.Length - 1;
            var child = isLast ? value : IsIndex(way[i + 1]) ? new JsonArray() : new JsonObject();
            if (holder is JsonArray items) items.Add(child);
            else if (holder is JsonObject members && members[way[i]] is { } known && !isLast) child = known;
            else if (holder is JsonObject open) open[way[i]] = child;
            if (child is null or JsonValue) return;
            holder = child;
        }
    }

    private static bool IsIndex(string token) => token.Length == 0 || token.All(char.IsAsciiDigit);

    private static JsonValue Typed(RawNode schema, bool isWhole, string text)
    {
        if (isWhole && Is(schema, "integer") && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        if (isWhole && Is(schema, "number") && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return JsonValue.Create(number);
        return isWhole && Is(schema, "boolean") && bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : JsonValue.Create(text);
    }

    private static bool Is(RawNode schema, string type) => schema["type"].IsString(type) || schema["type"].Children.Any(t => t.IsString(type));
}
