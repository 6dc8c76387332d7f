using static IntegrationCopilot.SpecEngine.OpenApiEdition;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Schema Objects: the dialects of OpenAPI 2.0 and 3.0, and JSON Schema 2020-12 in 3.1 and later.</summary>
/// <remarks>
/// Keywords of JSON Schema that OpenAPI 3.0 lacks are marked with the edition that brought them; what 3.1 calls its own is open, because a dialect may add any
/// keyword.
/// </remarks>
internal static class SchemaShapes
{
    /// <summary>OpenAPI 2.0, section 5.2.20.</summary>
    public static ValueShape Schema20 { get; } = Make(V20);

    /// <summary>OpenAPI 3.0.4, section 4.7.24.</summary>
    public static ValueShape Schema30 { get; } = Make(V30);

    /// <summary>OpenAPI 3.1.1, section 4.8.24.</summary>
    public static ValueShape Schema31 { get; } = Make(V31);

    private static ValueShape Make(OpenApiEdition edition)
    {
        var isOpen = edition == V31;
        var shape = new ObjectShape("Schema Object")
        {
            IsSchema = true,
            Kind = DescribedKind.Schema,
            References = ReferenceUse.Allowed,
            Shelf = edition == V20 ? "definitions" : "schemas",
            SiblingsCount = isOpen,
            IsOpen = isOpen,
            Check = SchemaKeywordChecks.Schema,
        };
        var one = new ValueShape(isOpen ? ValueKinds.Object | ValueKinds.Boolean : ValueKinds.Object, shape);
        var oneOrFlag = new ValueShape(ValueKinds.Object | ValueKinds.Boolean, shape);
        var list = ValueShape.List(one);
        var map = ValueShape.Of(ObjectShape.Map("map of schemas", one));
        shape.With([.. Values(isOpen), .. Structure(edition, one, oneOrFlag, list, map), .. Newer(edition, one, list, map), .. Descriptions(isOpen)]);
        return one;
    }

    private static FieldShape[] Values(bool isOpen)
    {
        var bound = isOpen ? ValueShape.Number : ValueShape.Boolean;
        return
        [
            new("type", isOpen ? new ValueShape(ValueKinds.Text | ValueKinds.Array, items: ValueShape.Text) : ValueShape.Text), new("format", ValueShape.Text),
            new("enum", ValueShape.Values), new("default", ValueShape.Any),
            new("multipleOf", ValueShape.Number), new("maximum", ValueShape.Number), new("exclusiveMaximum", bound), new("minimum", ValueShape.Number),
            new("exclusiveMinimum", bound),
            new("maxLength", ValueShape.Number), new("minLength", ValueShape.Number), new("pattern", ValueShape.Text), new("maxItems", ValueShape.Number),
            new("minItems", ValueShape.Number),
            new("uniqueItems", ValueShape.Boolean), new("maxProperties", ValueShape.Number), new("minProperties", ValueShape.Number),
            new("required", ValueShape.Texts),
        ];
    }

    private static FieldShape[] Structure(OpenApiEdition edition, ValueShape one, ValueShape oneOrFlag, ValueShape list, ValueShape map) =>
    [
        new("properties", map), new("additionalProperties", oneOrFlag), new("items", one), new("allOf", list),
        new FieldShape("anyOf", list).From(V30), new FieldShape("oneOf", list).From(V30), new FieldShape("not", one).From(V30),
        edition == V20 ? new("discriminator", ValueShape.Text) : new("discriminator", ValueShape.Of(new ObjectShape("Discriminator Object").With(
            new FieldShape("propertyName", ValueShape.Text).Required(), new("mapping", ValueShape.Of(ObjectShape.Map("map of names", ValueShape.Text))),
            new FieldShape("defaultMapping", ValueShape.Text).From(V32)))),
    ];

    private static FieldShape[] Newer(OpenApiEdition edition, ValueShape one, ValueShape list, ValueShape map)
    {
        FieldShape[] newer =
        [
            new("const", ValueShape.Any), new("if", one), new("then", one), new("else", one), new("prefixItems", list), new("contains", one),
            new("propertyNames", one), new("patternProperties", map),
            new("dependentSchemas", map), new("dependentRequired", ValueShape.Of(ObjectShape.Map("map of names", ValueShape.Texts))),
            new("unevaluatedItems", one), new("unevaluatedProperties", one),
            new("$defs", map), new("contentSchema", one), new("$id", ValueShape.Text), new("$anchor", ValueShape.Text), new("$dynamicAnchor", ValueShape.Text),
            new("$dynamicRef", ValueShape.Text), new("$comment", ValueShape.Text),
        ];
        return edition == V31 ? [.. newer, new("definitions", map)] : [.. newer.Select(f => f.From(V31))];
    }

    private static FieldShape[] Descriptions(bool isOpen) =>
    [
        new("title", ValueShape.Text), new("description", ValueShape.Text), new("readOnly", ValueShape.Boolean),
        new FieldShape("writeOnly", ValueShape.Boolean).From(V30), new FieldShape("deprecated", ValueShape.Boolean).From(V30),
        new FieldShape("nullable", ValueShape.Boolean).From(V30).To(V30), new("example", ValueShape.Any),
        new FieldShape("examples", isOpen ? ValueShape.Values : ValueShape.Any).From(V31), new("externalDocs", ValueShape.Of(SharedShapes.ExternalDocs)),
        new("xml", ValueShape.Of(new ObjectShape("XML Object")
            .With(new("name", ValueShape.Text), new("namespace", ValueShape.Text), new("prefix", ValueShape.Text), new("attribute", ValueShape.Boolean),
            new("wrapped", ValueShape.Boolean), new FieldShape("nodeType", ValueShape.Text).From(V32)))),
    ];
}
