using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>JSON values as text outside JSON.</summary>
internal static class JsonScalars
{
    /// <summary>A string's content, a number as written, <c>true</c>, <c>false</c>, <c>null</c>; JSON text for containers.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    public static bool IsContainer(JsonElement value) => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
}
