namespace IntegrationCopilot.Server.Platform.Http;

/// <summary>The REST routes of a feature. Every implementation in the assembly is mapped under <c>/api/v1</c>, for signed-in users.</summary>
internal interface IEndpoints
{
    void Map(IEndpointRouteBuilder api);
}
