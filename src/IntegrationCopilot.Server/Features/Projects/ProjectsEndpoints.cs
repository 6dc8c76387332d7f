using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;

namespace IntegrationCopilot.Server.Features.Projects;

internal sealed class ProjectsEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects.MapGet("/",
            (EndpointSender sender, bool archived = false, int skip = 0, int take = Paging.DefaultTake) =>
            sender.SendAsync(new ListProjects(archived, skip, take)))
            .WithName("listProjects").WithSummary("Lists the projects of the organisation, newest first.");
        projects.MapPost("/", (EndpointSender sender, CreateProject body) => sender.CreateAsync(body, project => $"{Api.Root}/projects/{project.Id}"))
            .WithName("createProject").WithSummary("Creates a project.");
        projects.MapGet("/{id:guid}", (EndpointSender sender, Guid id) => sender.SendAsync(new GetProject(id)))
            .WithName("getProject").WithSummary("Reads a project.");
        projects.MapPut("/{id:guid}",
            (EndpointSender sender, Guid id, ProjectText body) => sender.SendAsync(new RenameProject(id, body.Name, body.Description)))
            .WithName("renameProject").WithSummary("Changes the name and the description of a project.");
        projects.MapPost("/{id:guid}/archive", (EndpointSender sender, Guid id) => sender.DoAsync(new ArchiveProject(id)))
            .WithName("archiveProject").WithSummary("Puts a project away.");
        projects.MapPost("/{id:guid}/restore", (EndpointSender sender, Guid id) => sender.DoAsync(new RestoreProject(id)))
            .WithName("restoreProject").WithSummary("Takes an archived project back into use.");
    }

    /// <summary>What can be changed of a project.</summary>
    private sealed record ProjectText(string? Name, string? Description = null);
}
