using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>The API descriptions of a project, the one imported last first.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListSpecs(Guid ProjectId, int Skip = 0, int Take = Paging.DefaultTake) : IQuery<Page<SpecView>>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Page(Skip, Take);
}

internal sealed class ListSpecsHandler(AppDbContext database) : IRequestHandler<ListSpecs, Page<SpecView>>
{
    public async Task<Outcome<Page<SpecView>>> HandleAsync(ListSpecs request, CancellationToken cancellationToken)
    {
        if (!await database.HasProjectAsync(request.ProjectId, cancellationToken)) return ProjectErrors.NotFound;
        var page = await database.Set<SpecVersion>()
            .Where(version => version.ProjectId == request.ProjectId && version.Number == version.Spec!.LatestVersion)
            .OrderByDescending(version => version.CreatedAt).ThenBy(version => version.Id)
            .Select(SpecVersionView.FromRow)
            .ToPageAsync(request.Skip, request.Take, cancellationToken);
        return new Page<SpecView>(page.Items.Select(latest => new SpecView(latest.SpecId, request.ProjectId, latest)).ToList(), page.Total);
    }
}
