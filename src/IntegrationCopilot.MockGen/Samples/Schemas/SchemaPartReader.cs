using System.Collections.Frozen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Reads schema objects: a table from keyword to what it says. Keywords with a wrong kind of value say nothing, as in evaluation.</summary>
internal static class SchemaPartReader
{
    private static readonly FrozenDictionary<string, Action<SchemaPart, RawNode>> Common =
        new Dictionary<string, Action<SchemaPart, RawNode>>(StringComparer.Ordinal)
    {
        ["$ref"] = (p, _) => p.HasReference = true,
        ["type"] = ReadType,
        ["const"] = (p, v) => p.Const = v,
        ["enum"] = (p, v) => p.Enum = v.IsArray ? v : default,
        ["default"] = (p, v) => p.Default = v,
        ["example"] = (p, v) => p.Examples.Insert(0, v),
        ["examples"] = (p, v) => p.Examples.AddRange(v.IsArray ? v.Children : []),
        ["readOnly"] = (p, v) => p.ReadOnly = v.GetBoolean() == true,
        ["writeOnly"] = (p, v) => p.WriteOnly = v.GetBoolean() == true,
        ["minLength"] = (p, v) => About(p, JsonTypes.String).MinLength = Count(v) ?? 0,
        ["maxLength"] = (p, v) => About(p, JsonTypes.String).MaxLength = Count(v) ?? int.MaxValue,
        ["pattern"] = (p, v) => About(p, JsonTypes.String).Pattern = v.GetString(),
        ["format"] = (p, v) => About(p, JsonTypes.String).Format = v.GetString(),
        ["minimum"] = (p, v) => About(p, JsonTypes.Number).Minimum = Number(v),
        ["maximum"] = (p, v) => About(p, JsonTypes.Number).Maximum = Number(v),
        ["exclusiveMinimum"] = (p, v) => (About(p, JsonTypes.Number).ExclusiveMinimum, p.ExcludesMinimum) = (Number(v), v.GetBoolean() == true),
        ["exclusiveMaximum"] = (p, v) => (About(p, JsonTypes.Number).ExclusiveMaximum, p.ExcludesMaximum) = (Number(v), v.GetBoolean() == true),
        ["multipleOf"] = (p, v) => About(p, JsonTypes.Number).MultipleOf = Number(v) is { IsPositive: true } step ? step : null,
        ["items"] = ReadItems,
        ["minItems"] = (p, v) => About(p, JsonTypes.Array).MinItems = Count(v) ?? 0,
        ["maxItems"] = (p, v) => About(p, JsonTypes.Array).MaxItems = Count(v) ?? int.MaxValue,
        ["uniqueItems"] = (p, v) => p.UniqueItems = v.GetBoolean() == true,
        ["properties"] = (p, v) => ReadMembers(About(p, JsonTypes.Object), v),
        // A boolean marks parameters in OpenAPI 2.0; it says nothing of members.
        ["required"] = ReadRequired,
        ["additionalProperties"] = (p, v) => About(p, JsonTypes.Object).AdditionalProperties = new SchemaTerm(v),
        ["minProperties"] = (p, v) => About(p, JsonTypes.Object).MinProperties = Count(v) ?? 0,
        ["maxProperties"] = (p, v) => About(p, JsonTypes.Object).MaxProperties = Count(v) ?? int.MaxValue,
        ["allOf"] = (p, v) => p.AllOf.AddRange(v.Children.Select(c => new SchemaTerm(c))),
        ["anyOf"] = (p, v) => p.AnyOf = v,
        ["oneOf"] = (p, v) => p.OneOf = v,
        ["not"] = (p, v) => p.Not = v,
        ["discriminator"] = (p, v) => p.Discriminator = v,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Keywords that OpenAPI knows since 3.1 only; earlier editions ignore them.</summary>
    private static readonly FrozenDictionary<string, Action<SchemaPart, RawNode>> Recent =
        new Dictionary<string, Action<SchemaPart, RawNode>>(StringComparer.Ordinal)
    {
        ["$dynamicRef"] = (p, _) => p.HasReference = true,
        ["$recursiveRef"] = (p, _) => p.HasReference = true,
        ["contentEncoding"] = (p, v) => About(p, JsonTypes.String).ContentEncoding = v.GetString(),
        ["contentMediaType"] = (p, v) => About(p, JsonTypes.String).ContentMediaType = v.GetString(),
        ["prefixItems"] = (p, v) => About(p, JsonTypes.Array).PrefixItems = [.. v.Children.Select(c => new SchemaTerm(c))],
        ["unevaluatedItems"] = (p, v) => p.UnevaluatedItems = new SchemaTerm(v),
        ["contains"] = (p, v) => About(p, JsonTypes.Array).Contains = new SchemaTerm(v),
        ["minContains"] = (p, v) => p.MinContains = Count(v),
        ["maxContains"] = (p, v) => p.MaxContains = Count(v),
        ["patternProperties"] = (p, v) => About(p, JsonTypes.Object).PatternProperties.AddRange(v.Children.Select(c => (c.Name, new SchemaTerm(c)))),
        ["unevaluatedProperties"] = (p, v) => p.UnevaluatedProperties = new SchemaTerm(v),
        ["propertyNames"] = (p, v) => About(p, JsonTypes.Object).PropertyNames = new SchemaTerm(v),
        ["dependentRequired"] = (p, v) => p.DependentRequired.AddRange(v.Children.Select(c => (c.Name, (IReadOnlyList<string>)[.. Names(c)]))),
        ["dependentSchemas"] = (p, v) => p.DependentSchemas.AddRange(v.Children.Select(c => (c.Name, new SchemaTerm(c)))),
        ["dependencies"] = ReadDependencies,
        ["if"] = (p, v) => p.If = v,
        ["then"] = (p, v) => p.Then = v,
        ["else"] = (p, v) => p.Else = v,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a schema object.</summary>
    /// <param name="schema">The object.</param>
    /// <param name="recent">Whether the keywords of OpenAPI 3.1 are known.</param>
    public static SchemaPart Read(RawNode schema, bool recent)
    {
        var part = new SchemaPart { Node = schema };
        foreach (var keyword in schema.Children)
        {
            var name = keyword.Name;
            if (Common.TryGetValue(name, out var read) || (recent && Recent.TryGetValue(name, out read))) read(part, keyword);
        }
        if (part.Types != JsonTypes.All && AllowsNull(schema)) part.Types |= JsonTypes.Null;
        if (!recent && part.Pattern is { } pattern) part.Pattern = EcmaPattern.WithoutSlashes(pattern);
        return part;
    }

    private static bool AllowsNull(RawNode schema) => schema["nullable"].GetBoolean() == true || schema["x-nullable"].GetBoolean() == true;

    private static SchemaPart About(SchemaPart part, JsonTypes types)
    {
        part.Telling |= types;
        return part;
    }

    private static void ReadType(SchemaPart part, RawNode value)
    {
        part.Declared = [.. (value.IsArray ? value.Children : (IEnumerable<RawNode>)[value]).Select(t => Named(t.GetString()))];
        part.Types = part.Declared.Aggregate(JsonTypes.None, (all, type) => all | type);
    }

    private static void ReadItems(SchemaPart part, RawNode value)
    {
        part.Telling |= JsonTypes.Array;
        if (value.IsArray) part.PrefixItems = [.. value.Children.Select(c => new SchemaTerm(c))];
        else part.Items = new SchemaTerm(value);
    }

    private static void ReadRequired(SchemaPart part, RawNode value)
    {
        if (value.IsArray) About(part, JsonTypes.Object).Required.AddRange(Names(value));
    }

    private static void ReadMembers(SchemaPart part, RawNode value)
    {
        if (!value.IsObject) return;
        foreach (var member in value.Children) part.Properties[member.Name] = new SchemaTerm(member);
    }

    private static void ReadDependencies(SchemaPart part, RawNode value)
    {
        foreach (var member in value.Children)
        {
            if (member.IsArray) part.DependentRequired.Add((member.Name, [.. Names(member)]));
            else part.DependentSchemas.Add((member.Name, new SchemaTerm(member)));
        }
    }

    private static IEnumerable<string> Names(RawNode value) => value.Children.Select(n => n.GetString()).OfType<string>();

    private static int? Count(RawNode value) => value.GetInt64() is { } count and >= 0 ? (int)Math.Min(count, int.MaxValue) : null;

    private static ExactNumber? Number(RawNode value) => value.Kind == RawKind.Number ? ExactNumber.Parse(value.GetScalarText()!) : null;

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
