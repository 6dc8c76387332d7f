using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>The versions of an API description, newest first.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListSpecVersions(Guid SpecId, int Skip = 0, int Take = Paging.DefaultTake) : IQuery<Page<SpecVersionView>>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Page(Skip, Take);
}

internal sealed class ListSpecVersionsHandler(SpecLoader specs) : IRequestHandler<ListSpecVersions, Page<SpecVersionView>>
{
    public async Task<Outcome<Page<SpecVersionView>>> HandleAsync(ListSpecVersions request, CancellationToken cancellationToken)
    {
        var page = await specs.Versions(request.SpecId, number: null).Select(SpecVersionView.FromRow)
            .ToPageAsync(request.Skip, request.Take, cancellationToken);
        return page.Total > 0 ? page : SpecErrors.NotFound;
    }
}
