namespace IntegrationCopilot.SpecEngine;

/// <summary>Reads the types a schema allows off its keywords, without evaluating it.</summary>
internal sealed class SchemaTypeReading(RawDocumentSet documents)
{
    private const int MaxDepth = 24;
    private const int MaxSteps = 2_000;
    private int steps;

    public JsonTypes TypesOf(RawNode schema) => TypesOf(schema, 0);

    /// <summary>
    /// The types a schema says itself: by <c>type</c>, else by <c>const</c> or <c>enum</c>; none when it says nothing, or names a type that there is not.
    /// </summary>
    public static JsonTypes Said(RawNode schema)
    {
        var type = schema.FindMember("type"u8);
        if (type.Kind == RawKind.String) return Named(type);
        if (type.IsArray)
            return type.Children.Any(t => Named(t) == JsonTypes.None) ? JsonTypes.None : type.Children.Aggregate(JsonTypes.None, (all, t) => all | Named(t));
        if (schema.FindMember("const"u8) is { IsDefined: true } constant) return TypeOfValue(constant);
        return schema.FindMember("enum"u8) is { IsArray: true, Count: > 0 } values
            ? values.Children.Aggregate(JsonTypes.None, (all, v) => all | TypeOfValue(v))
            : JsonTypes.None;
    }

    private JsonTypes TypesOf(RawNode schema, int depth)
    {
        if (depth > MaxDepth || ++steps > MaxSteps) return JsonTypes.Any;
        var node = documents.Resolve(schema);
        if (!node.IsObject) return JsonTypes.Any;
        var types = Said(node) is not JsonTypes.None and var said ? said : Implied(node);
        foreach (var part in node.FindMember("allOf"u8).Children) types = Both(types, TypesOf(part, depth + 1));
        types = Both(types, AnyOf(node.FindMember("anyOf"u8), depth));
        types = Both(types, AnyOf(node.FindMember("oneOf"u8), depth));
        return SchemaStructure.IsNullable(node) ? types | JsonTypes.Null : types;
    }

    private JsonTypes AnyOf(RawNode options, int depth) =>
        options is { IsArray: true, Count: > 0 }
            ? options.Children.Aggregate(JsonTypes.None, (all, option) => all | TypesOf(option, depth + 1))
            : JsonTypes.Any;

    /// <summary>What both allow; a contradiction is the schema's to report, so it limits nothing here.</summary>
    private static JsonTypes Both(JsonTypes left, JsonTypes right)
    {
        var common = Widen(left) & Widen(right);
        return common == JsonTypes.None ? left | right : common;
    }

    private static JsonTypes Widen(JsonTypes types) => (types & JsonTypes.Number) != 0 ? types | JsonTypes.Integer : types;

    /// <summary>What keywords tell that say something of one type only.</summary>
    private static JsonTypes Implied(RawNode schema)
    {
        if (schema.FindMember("properties"u8).IsObject || schema.FindMember("additionalProperties"u8).IsObject) return JsonTypes.Object;
        return schema.FindMember("items"u8).IsDefined ? JsonTypes.Array : JsonTypes.Any;
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
        _ => JsonTypes.None,
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
