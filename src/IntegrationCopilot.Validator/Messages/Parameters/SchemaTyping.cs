using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The types a schema allows, read off its keywords without evaluating it.</summary>
internal sealed class SchemaTyping(ApiSpec spec)
{
    private const int MaxDepth = 24;
    private const int MaxSteps = 2_000;
    private static readonly string[] Compositions = ["allOf", "anyOf", "oneOf"];
    private int steps;

    /// <summary>Types a schema allows; all of them when it does not say.</summary>
    public JsonTypes TypesOf(RawNode schema) => TypesOf(schema, 0);

    /// <summary>The schemas a schema is composed of.</summary>
    public static IEnumerable<RawNode> Parts(RawNode schema) =>
        Compositions.Select(c => schema[c]).Where(c => c.IsArray).SelectMany(c => c.Children);

    /// <summary>Whether a schema describes bytes: <c>format: binary</c>, OpenAPI 2.0 <c>type: file</c>, or a media type without a text encoding (3.1).</summary>
    public static bool IsBinary(RawNode schema) =>
        schema["format"].IsString("binary") || schema["type"].IsString("file")
        || (schema["contentMediaType"].Kind == RawKind.String && !schema["contentEncoding"].IsDefined && !IsTextual(schema["contentMediaType"].GetString()!));

    /// <summary>Whether a schema describes bytes encoded as text: <c>contentEncoding</c>, <c>format: byte</c> or <c>format: base64url</c>.</summary>
    public static bool IsEncoded(RawNode schema) => schema["contentEncoding"].IsDefined || schema["format"].IsString("byte") || schema["format"].IsString("base64url");

    private static bool IsTextual(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);

    private JsonTypes TypesOf(RawNode schema, int depth)
    {
        if (depth > MaxDepth || ++steps > MaxSteps) return JsonTypes.Any;
        var node = spec.Resolve(schema);
        if (!node.IsObject) return JsonTypes.Any;
        var types = OwnTypes(node);
        foreach (var part in node["allOf"].Children) types = Both(types, TypesOf(part, depth + 1));
        foreach (var choice in (string[])["anyOf", "oneOf"])
            if (node[choice] is { IsArray: true, Count: > 0 } options)
                types = Both(types, options.Children.Aggregate(JsonTypes.None, (all, option) => all | TypesOf(option, depth + 1)));
        return node["nullable"].GetBoolean() == true || node["x-nullable"].GetBoolean() == true ? types | JsonTypes.Null : types;
    }

    /// <summary>What both allow; a contradiction is the schema's to report, so it limits nothing here.</summary>
    private static JsonTypes Both(JsonTypes left, JsonTypes right)
    {
        var common = Widen(left) & Widen(right);
        return common == JsonTypes.None ? left | right : common;
    }

    private static JsonTypes Widen(JsonTypes types) => (types & JsonTypes.Number) != 0 ? types | JsonTypes.Integer : types;

    private static JsonTypes OwnTypes(RawNode schema)
    {
        var type = schema["type"];
        if (type.Kind == RawKind.String) return Named(type);
        if (type.IsArray) return type.Children.Aggregate(JsonTypes.None, (all, t) => all | Named(t));
        if (schema["const"] is { IsDefined: true } constant) return TypeOfValue(constant);
        if (schema["enum"] is { IsArray: true, Count: > 0 } values) return values.Children.Aggregate(JsonTypes.None, (all, v) => all | TypeOfValue(v));
        if (schema["properties"].IsObject || schema["additionalProperties"].IsObject) return JsonTypes.Object;
        return schema["items"].IsDefined ? JsonTypes.Array : JsonTypes.Any;
    }

    private static JsonTypes Named(RawNode name) => name.GetString() switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number | JsonTypes.Integer,
        "string" or "file" => JsonTypes.String,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ => JsonTypes.Any,
    };

    private static JsonTypes TypeOfValue(RawNode value) => value.Kind switch
    {
        RawKind.Null => JsonTypes.Null,
        RawKind.True or RawKind.False => JsonTypes.Boolean,
        RawKind.Number => JsonTypes.Number | JsonTypes.Integer,
        RawKind.String => JsonTypes.String,
        RawKind.Array => JsonTypes.Array,
        RawKind.Object => JsonTypes.Object,
        _ => JsonTypes.Any,
    };
}
