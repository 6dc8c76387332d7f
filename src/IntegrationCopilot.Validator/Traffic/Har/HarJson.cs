using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Members of an archive, of which much may be missing.</summary>
internal static class HarJson
{
    /// <exception cref="JsonException">It is not there.</exception>
    public static JsonElement Required(this JsonElement json, string name, JsonValueKind kind) =>
        json.Optional(name, kind) ?? throw new JsonException(
            $"'{name}' is missing, or not of the kind {kind.ToString().ToLowerInvariant()}; write it as HAR 1.2 has it.");

    public static JsonElement? Optional(this JsonElement json, string name, JsonValueKind kind) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    /// <summary>A text; null when there is none, or one that holds half a character.</summary>
    public static string? Text(this JsonElement json, string name)
    {
        try
        {
            return json.Optional(name, JsonValueKind.String)?.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a text, readable or not.</summary>
    public static bool HasText(this JsonElement json, string name) => json.Optional(name, JsonValueKind.String) is not null;

    /// <summary>A number; -1 when there is none, which is how archives say that they do not know.</summary>
    public static long Number(this JsonElement json, string name) =>
        json.Optional(name, JsonValueKind.Number) is { } number && number.TryGetDouble(out var value) && value is >= 0 and < long.MaxValue ? (long)value : -1;

    /// <summary>The pairs of a list; those without a name are left out.</summary>
    public static List<KeyValuePair<string, string>> Pairs(this JsonElement json, string name) =>
        json.Optional(name, JsonValueKind.Array) is { } list
            ? [.. list.EnumerateArray().Where(pair => pair.Text("name") is { Length: > 0 })
            .Select(pair => KeyValuePair.Create(pair.Text("name")!, pair.Text("value") ?? ""))]
            : [];
}
