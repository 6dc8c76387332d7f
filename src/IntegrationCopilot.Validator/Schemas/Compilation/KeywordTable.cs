using System.Collections.Frozen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Every keyword of every dialect.</summary>
internal static class KeywordTable
{
    private static readonly Keyword[] Keywords =
    [
        Core("$ref", Editions.All, SubschemaShape.None, ReferenceKeywords.ReadReference),
        Core("$recursiveRef", Editions.Draft201909, SubschemaShape.None, ReferenceKeywords.ReadRecursive),
        Core("$dynamicRef", Editions.Draft202012, SubschemaShape.None, ReferenceKeywords.ReadDynamic),
        Core("$defs", Editions.Since201909, SubschemaShape.Map, null),
        Core("definitions", Editions.Drafts, SubschemaShape.Map, null),

        Assertion("type", Editions.All, ValueKeywords.ReadType),
        Assertion("enum", Editions.All, ValueKeywords.ReadEnum),
        Assertion("const", Editions.Since6, ValueKeywords.ReadConst),
        Assertion("nullable", Editions.OpenApi30, ValueKeywords.ReadNullable),
        Assertion("x-nullable", Editions.OpenApi, ValueKeywords.ReadNullable),
        Assertion("multipleOf", Editions.All, NumberKeywords.ReadMultipleOf),
        Assertion("minimum", Editions.All, NumberKeywords.ReadMinimum),
        Assertion("maximum", Editions.All, NumberKeywords.ReadMaximum),
        Assertion("exclusiveMinimum", Editions.All, NumberKeywords.ReadExclusiveMinimum),
        Assertion("exclusiveMaximum", Editions.All, NumberKeywords.ReadExclusiveMaximum),
        Assertion("minLength", Editions.All, (r, v) => r.Count(v, n => r.Strings.MinLength = n)),
        Assertion("maxLength", Editions.All, (r, v) => r.Count(v, n => r.Strings.MaxLength = n)),
        Assertion("pattern", Editions.All, (r, v) => r.Strings.Pattern = r.Pattern(v, v.GetString())),
        Assertion("minItems", Editions.All, (r, v) => r.Count(v, n => r.Arrays.MinItems = n)),
        Assertion("maxItems", Editions.All, (r, v) => r.Count(v, n => r.Arrays.MaxItems = n)),
        Assertion("uniqueItems", Editions.All, (r, v) => r.Arrays.UniqueItems = r.Flag(v)),
        Assertion("minContains", Editions.Since201909, (r, v) => r.Count(v, n => r.Arrays.MinContains = n)),
        Assertion("maxContains", Editions.Since201909, (r, v) => r.Count(v, n => r.Arrays.MaxContains = n)),
        Assertion("minProperties", Editions.All, (r, v) => r.Count(v, n => r.Objects.MinProperties = n)),
        Assertion("maxProperties", Editions.All, (r, v) => r.Count(v, n => r.Objects.MaxProperties = n)),
        Assertion("required", Editions.All, PropertyKeywords.ReadRequired),
        Assertion("dependentRequired", Editions.Since201909, PropertyKeywords.ReadDependentRequired),
        new("format", Editions.All, Vocabularies.Format, SubschemaShape.None, ValueKeywords.ReadFormat),

        Applicator("items", Editions.Drafts & ~Editions.Draft202012, SubschemaShape.OneOrList, ItemKeywords.ReadItems),
        Applicator("items", Editions.Draft202012 | Editions.OpenApi, SubschemaShape.One, ItemKeywords.ReadItems),
        Applicator("additionalItems", Editions.Drafts & ~Editions.Draft202012, SubschemaShape.One, ItemKeywords.ReadAdditionalItems),
        Applicator("prefixItems", Editions.Draft202012, SubschemaShape.List, ItemKeywords.ReadPrefixItems),
        Applicator("contains", Editions.Since6, SubschemaShape.One, ItemKeywords.ReadContains),
        Applicator("properties", Editions.All, SubschemaShape.Map, PropertyKeywords.ReadProperties),
        Applicator("patternProperties", Editions.Drafts, SubschemaShape.Map, PropertyKeywords.ReadPatternProperties),
        Applicator("additionalProperties", Editions.All, SubschemaShape.One, (r, v) => r.Objects.Additional = r.Schema(v)),
        Applicator("propertyNames", Editions.Since6, SubschemaShape.One, (r, v) => r.Objects.PropertyNames = r.Schema(v)),
        Applicator("dependencies", Editions.Drafts, SubschemaShape.MixedMap, PropertyKeywords.ReadDependencies),
        Applicator("dependentSchemas", Editions.Since201909, SubschemaShape.Map, PropertyKeywords.ReadDependentSchemas),
        Applicator("allOf", Editions.All, SubschemaShape.List, PropertyKeywords.ReadAllOf),
        Applicator("anyOf", Editions.Drafts | Editions.OpenApi30, SubschemaShape.List, (r, v) => r.InPlace.AnyOf = r.Schemas(v)),
        Applicator("oneOf", Editions.Drafts | Editions.OpenApi30, SubschemaShape.List, (r, v) => r.InPlace.OneOf = r.Schemas(v)),
        Applicator("not", Editions.Drafts | Editions.OpenApi30, SubschemaShape.One, (r, v) => r.InPlace.Not = r.Schema(v)),
        Applicator("if", Editions.Since7, SubschemaShape.One, (r, v) => r.InPlace.If = r.Schema(v)),
        Applicator("then", Editions.Since7, SubschemaShape.One, (r, v) => r.InPlace.Then = r.Schema(v)),
        Applicator("else", Editions.Since7, SubschemaShape.One, (r, v) => r.InPlace.Else = r.Schema(v)),
        Applicator("discriminator", Editions.Draft202012 | Editions.OpenApi, SubschemaShape.None, DiscriminatorReading.Read),
        Applicator("contentSchema", Editions.Since201909, SubschemaShape.One, null),
        new("unevaluatedItems", Editions.Since201909, Vocabularies.Unevaluated, SubschemaShape.One, (r, v) => r.Node.UnevaluatedItems = r.Schema(v)),
        new("unevaluatedProperties", Editions.Since201909, Vocabularies.Unevaluated, SubschemaShape.One, (r, v) => r.Node.UnevaluatedProperties = r.Schema(v)),
        new("writeOnly", Editions.All, Vocabularies.Core, SubschemaShape.None, (r, v) => r.Node.IsSecret |= v.GetBoolean() == true),
    ];

    private static readonly FrozenDictionary<SchemaDialect, FrozenDictionary<string, Keyword>> ByDialect = Enum.GetValues<SchemaDialect>().ToFrozenDictionary(
        dialect => dialect,
        dialect => Keywords.Where(k => k.Editions.HasFlag((Editions)(1 << (int)dialect))).ToFrozenDictionary(k => k.Name, StringComparer.Ordinal));

    /// <summary>The keyword of that name in a dialect; null when the dialect does not know it.</summary>
    public static Keyword? Find(string name, Dialect dialect) =>
        ByDialect[dialect.Edition].TryGetValue(name, out var keyword) && (keyword.Vocabulary & dialect.Vocabularies) != 0 ? keyword : null;

    /// <summary>The schemas directly inside a keyword's value.</summary>
    public static IEnumerable<RawNode> Subschemas(RawNode value, Dialect dialect)
    {
        // Identifiers are found whatever vocabularies are in use.
        if (!ByDialect[dialect.Edition].TryGetValue(value.Name, out var keyword)) return [];
        return keyword.Shape switch
        {
            SubschemaShape.One => [value],
            SubschemaShape.OneOrList when !value.IsArray => [value],
            SubschemaShape.List or SubschemaShape.OneOrList => value.Children,
            SubschemaShape.Map => value.IsObject ? value.Children : [],
            SubschemaShape.MixedMap => value.IsObject ? value.Children.Where(c => !c.IsArray) : [],
            _ => [],
        };
    }

    private static Keyword Core(string name, Editions editions, SubschemaShape shape, Action<SchemaReader, RawNode>? read) =>
        new(name, editions, Vocabularies.Core, shape, read);

    private static Keyword Assertion(string name, Editions editions, Action<SchemaReader, RawNode> read) =>
        new(name, editions, Vocabularies.Validation, SubschemaShape.None, read);

    private static Keyword Applicator(string name, Editions editions, SubschemaShape shape, Action<SchemaReader, RawNode>? read) =>
        new(name, editions, Vocabularies.Applicator, shape, read);
}
