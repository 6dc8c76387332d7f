namespace IntegrationCopilot.SpecEngine;

/// <summary>The parts of a description that the editions write differently.</summary>
internal interface IEditionParts
{
    /// <summary>The declared security schemes by name.</summary>
    RawNode SecuritySchemes(RawNode root);

    /// <summary>Servers of the whole API.</summary>
    IReadOnlyList<ApiServer> DocumentServers(RawNode root);

    /// <summary>Parameters declared by a path item or an operation, bodies and forms excepted.</summary>
    IReadOnlyList<ApiParameter> Parameters(RawNode owner);

    /// <summary>The body of an operation; a path item can declare one for its operations in OpenAPI 2.0.</summary>
    ApiRequestBody? RequestBody(RawNode pathItem, RawNode operation);

    IReadOnlyList<ApiResponse> Responses(RawNode operation);

    /// <summary>Servers of a path item or an operation alone; empty when it has none of its own.</summary>
    IReadOnlyList<ApiServer> Servers(RawNode owner);

    /// <summary>Ends the building, before anybody looks at the nodes given out.</summary>
    void Complete();
}

/// <summary>OpenAPI 3.x.</summary>
internal sealed class OpenApi3Parts : IEditionParts
{
    private readonly SpecContext context;
    private readonly ContentBuilder contents;
    private readonly ParameterBuilder parameters;
    private readonly ResponseBuilder responses;
    private readonly ServerBuilder servers;
    private readonly Dictionary<RawNode, ApiRequestBody> bodies = [];

    public OpenApi3Parts(SpecContext context)
    {
        this.context = context;
        contents = new ContentBuilder(context);
        parameters = new ParameterBuilder(context, contents);
        responses = new ResponseBuilder(context, contents);
        servers = new ServerBuilder(context);
    }

    public RawNode SecuritySchemes(RawNode root) => context.Object(context.Object(root, "components"u8), "securitySchemes"u8);

    public IReadOnlyList<ApiServer> DocumentServers(RawNode root) => servers.OfDocument(root);

    public IReadOnlyList<ApiParameter> Parameters(RawNode owner) => parameters.Parameters(owner);

    public ApiRequestBody? RequestBody(RawNode pathItem, RawNode operation)
    {
        var member = operation.FindMember("requestBody"u8);
        var node = context.OfKind(member, RawKind.Object);
        if (!node.IsDefined) return null;
        if (!bodies.TryGetValue(node, out var body)) bodies[node] = body = Build(node);
        return context.OverridingDescription(member) is { } description ? body with { Description = description } : body;
    }

    public IReadOnlyList<ApiResponse> Responses(RawNode operation) => responses.Responses(operation);

    public IReadOnlyList<ApiServer> Servers(RawNode owner) => servers.Servers(owner);

    public void Complete()
    {
    }

    private ApiRequestBody Build(RawNode node) => new()
    {
        Node = node,
        Required = SpecContext.Flag(node, "required"u8),
        Description = SpecContext.Text(node, "description"u8),
        Content = contents.Content(node),
    };
}
