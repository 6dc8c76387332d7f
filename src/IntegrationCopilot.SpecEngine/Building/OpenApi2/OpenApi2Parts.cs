namespace IntegrationCopilot.SpecEngine;

/// <summary>OpenAPI (Swagger) 2.0.</summary>
internal sealed class OpenApi2Parts : IEditionParts
{
    private readonly SpecContext context;
    private readonly OpenApi2Parameters parameters;
    private readonly OpenApi2Bodies bodies;
    private readonly OpenApi2Responses responses;
    private readonly OpenApi2Servers servers;

    public OpenApi2Parts(SpecContext context, RawNode root)
    {
        this.context = context;
        parameters = new OpenApi2Parameters(context);
        bodies = new OpenApi2Bodies(parameters, new MediaTypeNames(context, root, "consumes"));
        responses = new OpenApi2Responses(context, new MediaTypeNames(context, root, "produces"));
        servers = new OpenApi2Servers(context, root);
    }

    public RawNode SecuritySchemes(RawNode root) => context.Object(root, "securityDefinitions"u8);

    public IReadOnlyList<ApiServer> DocumentServers(RawNode root) => servers.Of(root);

    public IReadOnlyList<ApiParameter> Parameters(RawNode owner) => parameters.Parameters(owner);

    public ApiRequestBody? RequestBody(RawNode pathItem, RawNode operation) => bodies.Body(pathItem, operation);

    public IReadOnlyList<ApiResponse> Responses(RawNode operation) => responses.Responses(operation);

    /// <summary>An operation may have schemes of its own (OpenAPI 2.0, section 5.2.8).</summary>
    public IReadOnlyList<ApiServer> Servers(RawNode owner) => owner.FindMember("schemes"u8).IsArray ? servers.Of(owner) : [];

    public void Complete() => bodies.Complete();
}
