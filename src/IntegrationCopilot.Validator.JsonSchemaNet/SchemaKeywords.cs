namespace IntegrationCopilot.Validator.JsonSchemaNet;

/// <summary>What kind of value stands under a keyword of schemas.</summary>
internal enum KeywordShape
{
    /// <summary>A value that is taken over as it is.</summary>
    Value,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    Schemas,

    /// <summary>Schemas by name.</summary>
    Map,
}

/// <summary>The keywords that are taken over; those of OpenAPI alone and what addresses schemas are not.</summary>
/// <remarks>Source: JSON Schema core 2020-12, sections 10 and 11; validation 2020-12, sections 6 to 9.</remarks>
internal static class SchemaKeywords
{
    private static readonly Dictionary<string, KeywordShape> Shapes = new(
    [
        .. Of(KeywordShape.Value, "type", "enum", "const", "format", "title", "description", "default", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
            "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties",
            "minProperties", "required", "dependentRequired", "readOnly", "writeOnly", "deprecated", "contentEncoding", "contentMediaType"),
        .. Of(KeywordShape.Schema, "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames", "unevaluatedItems",
            "unevaluatedProperties", "contentSchema"),
        .. Of(KeywordShape.Schemas, "allOf", "anyOf", "oneOf", "prefixItems"),
        .. Of(KeywordShape.Map, "properties", "patternProperties", "dependentSchemas"),
    ], StringComparer.Ordinal);

    /// <summary>The shape of a keyword; null when it is not taken over.</summary>
    public static KeywordShape? ShapeOf(string keyword) => Shapes.TryGetValue(keyword, out var shape) ? shape : null;

    private static IEnumerable<KeyValuePair<string, KeywordShape>> Of(KeywordShape shape, params string[] keywords) =>
        keywords.Select(keyword => KeyValuePair.Create(keyword, shape));
}
