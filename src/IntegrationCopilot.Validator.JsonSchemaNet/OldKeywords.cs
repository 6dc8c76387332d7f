using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.JsonSchemaNet;

/// <summary>Keywords of OpenAPI 2.0 and 3.0 as JSON Schema 2020-12 writes them.</summary>
/// <remarks>Source: OpenAPI 3.0.4, section 4.7.24; JSON Schema Wright draft 00, section 5.</remarks>
internal static class OldKeywords
{
    /// <summary>Keywords that may refuse null although <c>type</c> lets it pass.</summary>
    private static readonly string[] Deciding = ["enum", "const", "allOf", "anyOf", "oneOf", "not", "if"];

    /// <summary>The schema in its new words: the one that is given, or one around it.</summary>
    /// <param name="schema">As it stands in the description.</param>
    /// <param name="written">What was taken over.</param>
    public static JsonObject Renew(RawNode schema, JsonObject written)
    {
        RenewLimit(written, "maximum", "exclusiveMaximum");
        RenewLimit(written, "minimum", "exclusiveMinimum");
        // In parameters of 2.0 'required' is about the parameter.
        if (written["required"] is not JsonArray) written.Remove("required");
        return schema["nullable"].GetBoolean() == true || schema["x-nullable"].GetBoolean() == true ? AllowNull(written) : written;
    }

    /// <summary>A flag beside a limit becomes a limit.</summary>
    private static void RenewLimit(JsonObject written, string limit, string exclusive)
    {
        if (written[exclusive] is not JsonValue flag || !flag.TryGetValue<bool>(out var isExclusive)) return;
        written.Remove(exclusive);
        if (!isExclusive || !written.Remove(limit, out var number)) return;
        written[exclusive] = number;
    }

    private static JsonObject AllowNull(JsonObject written)
    {
        if (Deciding.Any(written.ContainsKey)) return new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, written) };
        if (written["type"] is JsonValue type) written["type"] = new JsonArray(type.DeepClone(), "null");
        return written;
    }
}
