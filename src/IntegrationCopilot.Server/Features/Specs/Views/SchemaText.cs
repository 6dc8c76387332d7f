using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>A schema in a few words, as a table shows it.</summary>
internal static class SchemaText
{
    private const int MostDepth = 3;

    /// <summary>For example <c>Payment</c>, <c>array of string</c>, <c>string (date-time)</c>, <c>one of 3</c>; empty when there is no schema.</summary>
    public static string Of(RawNode schema) => Of(schema, 0);

    private static string Of(RawNode schema, int depth)
    {
        if (!schema.IsObject) return "";
        if (schema["$ref"].GetString() is { } reference) return reference[(reference.LastIndexOf('/') + 1)..];
        if (schema["enum"].IsArray) return $"one of {schema["enum"].Count} values";
        foreach (var word in (string[])["oneOf", "anyOf", "allOf"])
            if (schema[word].IsArray) return $"{(word[0] == 'a' && word[1] == 'l' ? "all" : word == "oneOf" ? "one" : "any")} of {schema[word].Count}";
        var type = TypeOf(schema);
        if (type == "array" && depth < MostDepth && Of(schema["items"], depth + 1) is { Length: > 0 } items) return $"array of {items}";
        return schema["format"].GetString() is { Length: > 0 } format ? $"{type} ({format})".Trim() : type;
    }

    private static string TypeOf(RawNode schema)
    {
        var type = schema["type"];
        if (!type.IsArray) return type.GetString() ?? (schema["properties"].IsObject ? "object" : "");
        var names = new List<string>();
        foreach (var name in type.Children) names.Add(name.GetString() ?? "");
        return string.Join(" or ", names);
    }
}
