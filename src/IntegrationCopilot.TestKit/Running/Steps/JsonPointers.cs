using System.Globalization;
using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds values by JSON Pointer (RFC 6901).</summary>
internal static class JsonPointers
{
    /// <summary>The value at a place; null when there is none.</summary>
    public static JsonElement? Find(JsonElement? root, string pointer)
    {
        if (root is not { } value) return null;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            if (Step(value, token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)) is not { } next) return null;
            value = next;
        }

        return value;
    }

    private static JsonElement? Step(JsonElement value, string token) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty(token, out var member) => member,
        JsonValueKind.Array when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength() => value[index],
        _ => null,
    };
}
