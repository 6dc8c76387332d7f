using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds in an exchange the value that it tells.</summary>
internal static class SuppliedValue
{
    private const string Header = "header:";

    /// <returns>The first value there; null when there is none, or it is not of the type.</returns>
    public static JsonElement? Find(ValueSupplier supplier, ProducerCall call, ControlOutcome outcome, TestVariableType type) =>
        outcome.Exchange is { } exchange && Raw(supplier, call, outcome, exchange) is { } value ? As(value, type) : null;

    private static JsonElement? Raw(ValueSupplier supplier, ProducerCall call, ControlOutcome outcome, Exchange exchange)
    {
        if (supplier.Field.StartsWith(Header, StringComparison.Ordinal)) return LastSegment(exchange.Header(supplier.Field[Header.Length..]));
        if (!supplier.FromRequest) return First(exchange.Json, supplier.Field);
        if (supplier.Field.StartsWith('/')) return First(JsonBody.Parse(exchange.Request.Body), supplier.Field);
        var sent = call.Request.PathValues.TryGetValue(supplier.Field, out var path) || call.Request.Query.TryGetValue(supplier.Field, out path)
            ? path
            : (JsonElement?)null;
        return sent is { } template && JsonTemplate.Substitute(template, outcome.Values) is { IsComplete: true } filled ? filled.Value : null;
    }

    /// <summary>What names the thing at the end of a URL (RFC 9110, section 10.2.2).</summary>
    public static JsonElement? LastSegment(string? url)
    {
        var end = url?.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        return string.IsNullOrEmpty(end) ? null : AsJson.Element(Uri.UnescapeDataString(end));
    }

    /// <summary>The value at a pointer whose steps <c>*</c> stand for each item of an array: that of the first item that has one.</summary>
    public static JsonElement? First(JsonElement? root, string pointer)
    {
        if (root is not { } value || !NodePointer.TryParse(pointer, out var way)) return null;
        return First(value, way.Tokens, 0);
    }

    private static JsonElement? First(JsonElement value, IReadOnlyList<string> tokens, int at)
    {
        if (at == tokens.Count)
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value : null;
        if (tokens[at] == "*" && value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => First(item, tokens, at + 1)).FirstOrDefault(found => found is not null);
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(tokens[at], out var member) ? First(member, tokens, at + 1) : null;
    }

    private static JsonElement? As(JsonElement value, TestVariableType type) => (type, value.ValueKind) switch
    {
        (TestVariableType.String, JsonValueKind.String) => value.GetString()!.Length > 0 ? value : null,
        (TestVariableType.String, JsonValueKind.Number) => AsJson.Element(value.GetRawText()),
        (TestVariableType.Number, JsonValueKind.Number) => value,
        (TestVariableType.Number, JsonValueKind.String) when decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture,
            out var number) =>
            AsJson.Element(number),
        (TestVariableType.Boolean, JsonValueKind.True or JsonValueKind.False) => value,
        (TestVariableType.Json, _) => value,
        _ => null,
    };
}
