using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;

namespace IntegrationCopilot.Server.Features.Mocks;

internal sealed class MocksEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/projects/{projectId:guid}/mocks",
            (EndpointSender sender, Guid projectId, Guid? specId = null, int skip = 0, int take = Paging.DefaultTake) =>
            sender.SendAsync(new ListMocks(projectId, specId, skip, take)))
            .WithTags("Mocks").WithName("listMocks").WithSummary("Lists the mocks of a project, the one started last first.");
        api.MapPost("/specs/{specId:guid}/mock",
            (EndpointSender sender, Guid specId, MockStart body) => sender.SendAsync(new StartMock(specId, body.Version, body.Seed)))
            .WithTags("Mocks").WithName("startMock").WithSummary("Starts the mock of a version of an API description, the newest by default.");
        api.MapGet("/mocks/{id:guid}", (EndpointSender sender, Guid id) => sender.SendAsync(new GetMock(id)))
            .WithTags("Mocks").WithName("getMock").WithSummary("Reads where a mock answers and how much it was asked.");
        api.MapPost("/mocks/{id:guid}/stop", (EndpointSender sender, Guid id) => sender.DoAsync(new StopMock(id)))
            .WithTags("Mocks").WithName("stopMock").WithSummary("Stops a mock.");
    }

    /// <summary>Which mock to start.</summary>
    private sealed record MockStart(int? Version = null, int? Seed = null);
}
