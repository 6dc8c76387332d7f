using static IntegrationCopilot.SpecEngine.OpenApiEdition;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The objects of OpenAPI 3.x (3.0.4, 3.1.1 and 3.2.0, section 4): one table for all three, each field with the editions that have it.</summary>
internal sealed class OpenApi3Shapes
{
    private readonly ObjectShape server = new("Server Object") { Check = ServerChecks.Server };
    private readonly ObjectShape pathItem = new("Path Item Object") { References = ReferenceUse.Allowed, Shelf = "pathItems", SiblingsCount = true };
    private readonly ObjectShape operation = new("Operation Object") { Check = OperationChecks.Operation };
    private readonly ObjectShape parameter =
        new("Parameter Object") { References = ReferenceUse.Allowed, Shelf = "parameters", Kind = DescribedKind.Parameter, Check = ParameterChecks.Parameter };
    private readonly ObjectShape header =
        new("Header Object") { References = ReferenceUse.Allowed, Shelf = "headers", Kind = DescribedKind.Header, Check = ParameterChecks.Examples };
    private readonly ObjectShape requestBody = new("Request Body Object") { References = ReferenceUse.Allowed, Shelf = "requestBodies" };
    private readonly ObjectShape response = new("Response Object") { References = ReferenceUse.Allowed, Shelf = "responses" };
    private readonly ObjectShape mediaType =
        new("Media Type Object") { References = ReferenceUse.Allowed, Shelf = "mediaTypes", Kind = DescribedKind.MediaType, Check = ParameterChecks.Examples };
    private readonly ObjectShape encoding = new("Encoding Object");
    private readonly ObjectShape example = new("Example Object") { References = ReferenceUse.Allowed, Shelf = "examples" };
    private readonly ObjectShape link = new("Link Object") { References = ReferenceUse.Allowed, Shelf = "links", Check = OperationChecks.Link };
    private readonly ObjectShape callback = new("Callback Object") { References = ReferenceUse.Allowed, Shelf = "callbacks", Check = OperationChecks.Callback };
    private readonly ObjectShape securityScheme =
        new("Security Scheme Object") { References = ReferenceUse.Allowed, Shelf = "securitySchemes", Check = SecurityChecks.Scheme };
    private readonly ObjectShape content = new("map of media types") { HasExtensions = false, Check = ParameterChecks.MediaTypeNames };
    private readonly ValueShape schema;

    private OpenApi3Shapes(ValueShape schema)
    {
        this.schema = schema;
        content.Others = ValueShape.Of(mediaType);
        callback.Others = ValueShape.Of(pathItem);
        DefineDescriptions();
        DefinePaths();
        DefineMessages();
        Root = DefineRoot();
    }

    /// <summary>A description of OpenAPI 3.0.</summary>
    public static ObjectShape Root30 { get; } = new OpenApi3Shapes(SchemaShapes.Schema30).Root;

    /// <summary>A description of OpenAPI 3.1 or 3.2.</summary>
    public static ObjectShape Root31 { get; } = new OpenApi3Shapes(SchemaShapes.Schema31).Root;

    private ObjectShape Root { get; }

    private void DefineDescriptions()
    {
        var variable = new ObjectShape("Server Variable Object").With(Texts("enum"), Text("default").Required(), Text("description"));
        server.With(Text("url").Required(), Text("description"), Text("name").From(V32), Map("variables", variable));
        var flow = new ObjectShape("OAuth Flow Object").With(Text("authorizationUrl"), Text("tokenUrl"), Text("refreshUrl"),
            Text("deviceAuthorizationUrl").From(V32), Field("scopes", ValueShape.Of(ObjectShape.Map("map of scopes", ValueShape.Text))).Required());
        var flows = new ObjectShape("OAuth Flows Object") { Check = SecurityChecks.Flows }
            .With(One("implicit", flow), One("password", flow), One("clientCredentials", flow), One("authorizationCode", flow),
                One("deviceAuthorization", flow).From(V32));
        securityScheme.With(Text("type").Required(), Text("description"), Text("name"), Text("in"), Text("scheme"), Text("bearerFormat"), One("flows", flows),
            Text("openIdConnectUrl"), Text("oauth2MetadataUrl").From(V32), Flag("deprecated").From(V32));
    }

    private void DefinePaths()
    {
        var methods = new[] { "get", "put", "post", "delete", "options", "head", "patch", "trace" }.Select(m => One(m, operation));
        pathItem.With([Text("$ref"), Text("summary"), Text("description"), .. methods, One("query", operation).From(V32),
            Map("additionalOperations", operation).From(V32),
            List("servers", server), Field("parameters", ValueShape.List(ValueShape.Of(parameter)))]);
        pathItem.Check = ParameterChecks.Duplicates;
        operation.With(Texts("tags"), Text("summary"), Text("description"), One("externalDocs", SharedShapes.ExternalDocs), Text("operationId"),
            Field("parameters", ValueShape.List(ValueShape.Of(parameter))), One("requestBody", requestBody), One("responses", Responses()).Required(V30),
            Map("callbacks", callback), Flag("deprecated"), Field("security", SharedShapes.Security), List("servers", server));
        link.With(Text("operationRef"), Text("operationId"), Field("parameters", ValueShape.Of(ObjectShape.Map("map of link parameters", ValueShape.Any))),
            Field("requestBody", ValueShape.Any),
            Text("description"), One("server", server));
    }

    private ObjectShape Responses() => new("Responses Object") { Others = ValueShape.Of(response), Check = OperationChecks.Responses };

    private void DefineMessages()
    {
        FieldShape[] value = [Text("description"), Flag("required"), Flag("deprecated"), Text("style"), Flag("explode"), Field("schema", schema),
            Field("content", ValueShape.Of(content)),
            Field("example", ValueShape.Any), Map("examples", example)];
        parameter.With([Text("name").Required(), Text("in").Required(), Flag("allowEmptyValue"), Flag("allowReserved"), .. value.Select(Copy)]);
        header.With([.. value.Select(Copy)]);
        requestBody.With(Text("description"), Field("content", ValueShape.Of(content)).Required(), Flag("required"));
        response.With(Text("summary").From(V32), Text("description").Required(V31), Map("headers", header), Field("content", ValueShape.Of(content)),
            Map("links", link));
        mediaType.With(Field("schema", schema), Field("itemSchema", schema).From(V32), Field("example", ValueShape.Any), Map("examples", example),
            Map("encoding", encoding),
            List("prefixEncoding", encoding).From(V32), One("itemEncoding", encoding).From(V32));
        encoding.With(Text("contentType"), Map("headers", header), Text("style"), Flag("explode"), Flag("allowReserved"), Map("encoding", encoding).From(V32),
            List("prefixEncoding", encoding).From(V32), One("itemEncoding", encoding).From(V32));
        example.With(Text("summary"), Text("description"), Field("value", ValueShape.Any), Text("externalValue"), Field("dataValue", ValueShape.Any).From(V32),
            Text("serializedValue").From(V32));
    }

    private ObjectShape DefineRoot()
    {
        var paths = new ObjectShape("Paths Object") { Others = ValueShape.Of(pathItem), Check = PathChecks.Paths };
        var components = new ObjectShape("Components Object") { Check = ComponentChecks.Components }.With(
            Field("schemas", ValueShape.Of(ObjectShape.Map("map of schemas", schema))), Map("responses", response), Map("parameters", parameter),
            Map("examples", example),
            Map("requestBodies", requestBody), Map("headers", header), Map("securitySchemes", securityScheme), Map("links", link), Map("callbacks", callback),
            Map("pathItems", pathItem).From(V31), Map("mediaTypes", mediaType).From(V32));
        return new ObjectShape("OpenAPI Object") { Check = ComponentChecks.Root }.With(
            Text("openapi").Required(), Text("$self").From(V32), One("info", SharedShapes.Info).Required(), Text("jsonSchemaDialect").From(V31),
            List("servers", server),
            One("paths", paths).Required(V30), Map("webhooks", pathItem).From(V31), Map("x-webhooks", pathItem), One("components", components),
            Field("security", SharedShapes.Security), List("tags", SharedShapes.Tag), One("externalDocs", SharedShapes.ExternalDocs));
    }

    private static FieldShape Copy(FieldShape field) => new(field.Name, field.Value);

    private static FieldShape Field(string name, ValueShape value) => new(name, value);

    private static FieldShape Text(string name) => new(name, ValueShape.Text);

    private static FieldShape Texts(string name) => new(name, ValueShape.Texts);

    private static FieldShape Flag(string name) => new(name, ValueShape.Boolean);

    private static FieldShape One(string name, ObjectShape shape) => new(name, ValueShape.Of(shape));

    private static FieldShape List(string name, ObjectShape shape) => new(name, ValueShape.List(ValueShape.Of(shape)));

    private static FieldShape Map(string name, ObjectShape shape) => new(name, ValueShape.Of(ObjectShape.Map($"map '{name}'", ValueShape.Of(shape))));
}
