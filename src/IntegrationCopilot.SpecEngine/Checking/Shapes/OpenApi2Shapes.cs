namespace IntegrationCopilot.SpecEngine;

/// <summary>The objects of OpenAPI 2.0 (section 5.2).</summary>
internal static class OpenApi2Shapes
{
    private static readonly ObjectShape PathItem = new("Path Item Object") { References = ReferenceUse.Allowed, SiblingsCount = true };
    private static readonly ObjectShape Operation = new("Operation Object") { Check = OperationChecks.Operation };
    private static readonly ObjectShape Parameter =
        new("Parameter Object") { References = ReferenceUse.Allowed, Shelf = "parameters", Kind = DescribedKind.Parameter, Check = Parameter2Checks.Parameter };
    private static readonly ObjectShape Response =
        new("Response Object") { References = ReferenceUse.Allowed, Shelf = "responses", Kind = DescribedKind.Response };
    private static readonly ObjectShape Items = new("Items Object") { Kind = DescribedKind.Items };
    private static readonly ObjectShape Header = new("Header Object") { Kind = DescribedKind.Header };
    private static readonly ValueShape Parameters = ValueShape.List(ValueShape.Of(Parameter));

    /// <summary>A description of OpenAPI 2.0.</summary>
    public static ObjectShape Root { get; } = DefineRoot();

    private static ObjectShape DefineRoot()
    {
        DefinePaths();
        DefineValues();
        var paths = new ObjectShape("Paths Object") { Others = ValueShape.Of(PathItem), Check = PathChecks.Paths };
        var scheme = new ObjectShape("Security Scheme Object") { Check = SecurityChecks.Scheme }.With(
            Text("type").Required(), Text("description"), Text("name"), Text("in"), Text("flow"),
            Text("authorizationUrl"), Text("tokenUrl"), new("scopes", ValueShape.Of(new ObjectShape("Scopes Object") { Others = ValueShape.Text })));
        return new ObjectShape("Swagger Object")
            .With(Text("swagger").Required(), One("info", SharedShapes.Info).Required(), Text("host"), Text("basePath"), Texts("schemes"), Texts("consumes"),
            Texts("produces"),
            One("paths", paths).Required(), new("definitions", ValueShape.Of(ObjectShape.Map("map of schemas", SchemaShapes.Schema20))),
            Map("parameters", Parameter), Map("responses", Response),
            Map("securityDefinitions", scheme), new("security", SharedShapes.Security), new("tags", ValueShape.List(ValueShape.Of(SharedShapes.Tag))),
            One("externalDocs", SharedShapes.ExternalDocs),
            Map("x-webhooks", PathItem));
    }

    private static void DefinePaths()
    {
        var methods = new[] { "get", "put", "post", "delete", "options", "head", "patch" }.Select(m => One(m, Operation));
        PathItem.With([Text("$ref"), .. methods, new("parameters", Parameters)]);
        PathItem.Check = Parameter2Checks.OfOwner;
        var responses = new ObjectShape("Responses Object") { Others = ValueShape.Of(Response), Check = OperationChecks.Responses };
        Operation.With(Texts("tags"), Text("summary"), Text("description"), One("externalDocs", SharedShapes.ExternalDocs), Text("operationId"),
            Texts("consumes"), Texts("produces"),
            new("parameters", Parameters), One("responses", responses)
                .Required(), Texts("schemes"), Flag("deprecated"), new("security", SharedShapes.Security));
        Response.With(Text("description").Required(), new("schema", SchemaShapes.Schema20), Map("headers", Header),
            new("examples", ValueShape.Of(ObjectShape.Map("map of examples", ValueShape.Any))));
    }

    private static void DefineValues()
    {
        Parameter.With([Text("name").Required(), Text("in").Required(), Text("description"), Flag("required"), new("schema", SchemaShapes.Schema20),
            Flag("allowEmptyValue"), .. Value()]);
        Items.With(Value());
        Header.With([Text("description"), .. Value()]);
    }

    /// <summary>What describes a value outside bodies: a subset of JSON Schema.</summary>
    private static FieldShape[] Value() =>
    [
        Text("type"), Text("format"), One("items", Items), Text("collectionFormat"), new("default", ValueShape.Any), Number("maximum"),
        Flag("exclusiveMaximum"), Number("minimum"), Flag("exclusiveMinimum"),
        Number("maxLength"), Number("minLength"), Text("pattern"), Number("maxItems"), Number("minItems"), Flag("uniqueItems"), new("enum", ValueShape.Values),
        Number("multipleOf"),
    ];

    private static FieldShape Text(string name) => new(name, ValueShape.Text);

    private static FieldShape Texts(string name) => new(name, ValueShape.Texts);

    private static FieldShape Flag(string name) => new(name, ValueShape.Boolean);

    private static FieldShape Number(string name) => new(name, ValueShape.Number);

    private static FieldShape One(string name, ObjectShape shape) => new(name, ValueShape.Of(shape));

    private static FieldShape Map(string name, ObjectShape shape) => new(name, ValueShape.Of(ObjectShape.Map($"map '{name}'", ValueShape.Of(shape))));
}
