using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Names that are numbers in one answer and texts in another.</summary>
internal static class IdentifierSpelling
{
    /// <summary>The text of a number, or the number of a text of digits; null for other values.</summary>
    public static JsonValue? Other(JsonNode? value)
    {
        if (value is not JsonValue || value.ScalarText() is not { } text) return null;
        if (value.GetValueKind() == JsonValueKind.Number) return JsonValue.Create(text);
        return value.GetValueKind() == JsonValueKind.String && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text ? JsonValue.Create(number) : null;
    }
}
