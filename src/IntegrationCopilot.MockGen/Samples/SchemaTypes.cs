using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The types a schema allows, and the one a sample had best be of.</summary>
internal static class SchemaTypes
{
    private static readonly (string Keyword, JsonTypes Type)[] Telling =
    [
        ("properties", JsonTypes.Object), ("required", JsonTypes.Object), ("additionalProperties", JsonTypes.Object), ("patternProperties", JsonTypes.Object),
        ("minProperties", JsonTypes.Object), ("propertyNames", JsonTypes.Object),
        ("items", JsonTypes.Array), ("prefixItems", JsonTypes.Array), ("minItems", JsonTypes.Array), ("contains", JsonTypes.Array),
        ("pattern", JsonTypes.String), ("minLength", JsonTypes.String), ("maxLength", JsonTypes.String), ("format", JsonTypes.String),
        ("minimum", JsonTypes.Number), ("maximum", JsonTypes.Number), ("exclusiveMinimum", JsonTypes.Number), ("multipleOf", JsonTypes.Number),
    ];

    private static readonly JsonTypes[] Preference = [JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Fraction, JsonTypes.Integer, JsonTypes.Boolean, JsonTypes.Null];

    /// <summary>The types one schema object allows by its own <c>type</c> and nullability.</summary>
    public static JsonTypes Of(RawNode schema)
    {
        var declared = schema["type"];
        if (!declared.IsDefined) return JsonTypes.All;
        var types = declared.IsArray ? declared.Children.Aggregate(JsonTypes.None, (all, t) => all | Named(t.GetString())) : Named(declared.GetString());
        var nullable = schema["nullable"].GetBoolean() == true || schema["x-nullable"].GetBoolean() == true;
        return nullable ? types | JsonTypes.Null : types;
    }

    /// <summary>The type to make a sample of: the first declared that is allowed and not null, else what the keywords tell, else text.</summary>
    public static JsonTypes Choose(SchemaView view)
    {
        var allowed = view.Types;
        foreach (var part in view.Parts)
        {
            var declared = part["type"];
            foreach (var name in declared.IsArray ? declared.Children.Select(t => t.GetString()) : [declared.GetString()])
                if (name is not null && Single(allowed & Named(name) & ~JsonTypes.Null) is not JsonTypes.None and var type) return type;
        }
        foreach (var (keyword, type) in Telling)
            if ((allowed & type) != 0 && view.All(keyword).Any(n => n.Kind is not (RawKind.True or RawKind.False) || keyword != "required")) return Single(allowed & type);
        return (allowed & JsonTypes.String) != 0 ? JsonTypes.String : Single(allowed);
    }

    private static JsonTypes Single(JsonTypes types) => Preference.FirstOrDefault(t => (types & t) != 0);

    private static JsonTypes Named(string? name) => name switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        "string" or "file" => JsonTypes.String,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ => JsonTypes.All,
    };
}
