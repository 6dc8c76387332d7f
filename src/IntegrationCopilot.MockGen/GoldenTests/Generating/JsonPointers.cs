using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>JSON Pointers (RFC 6901).</summary>
internal static class JsonPointers
{
    public static string EscapeToken(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Of(params ReadOnlySpan<string> tokens)
    {
        var pointer = "";
        foreach (var token in tokens) pointer += $"/{EscapeToken(token)}";
        return pointer;
    }

    /// <summary>The value of an object's members, one within the other; null when there is none.</summary>
    public static JsonElement? Find(JsonElement value, string pointer)
    {
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value)) return null;
        }

        return value;
    }
}
