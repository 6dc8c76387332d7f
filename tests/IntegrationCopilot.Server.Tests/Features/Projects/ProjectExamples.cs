using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Tests.Platform.Door;

namespace IntegrationCopilot.Server.Tests.Features.Projects;

internal sealed class ProjectExamples : IRequestExamples
{
    public void AddTo(RequestExamples examples)
    {
        examples.Add(() => new ListProjects());
        examples.Add(() => new CreateProject($"Project {Guid.NewGuid():n}", "Takes payments."));
        examples.Add(async world => new GetProject(await world.ProjectAsync()));
        examples.Add(async world => new RenameProject(await world.ProjectAsync(), $"Renamed {Guid.NewGuid():n}"));
        examples.Add(async world => new ArchiveProject(await world.ProjectAsync()));
        examples.Add(async world => new RestoreProject(await world.ProjectAsync()));
    }
}

internal static class ProjectWorld
{
    /// <summary>The id of a project of the organisation.</summary>
    public static Task<Guid> ProjectAsync(this ExampleWorld world) =>
        world.OnceAsync("project", async () => (await world.SendAsync(new CreateProject($"Example {Guid.NewGuid():n}"))).Id);
}
