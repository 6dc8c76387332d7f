using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What is wrong with a document, in document order.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListSpecProblems(Guid SpecId, int? Version = null, ProblemSeverity? Severity = null, int Skip = 0, int Take = Paging.DefaultTake)
    : IQuery<Page<SpecProblemView>>, IValidated
{
    public void Validate(FieldErrors errors)
    {
        errors.Page(Skip, Take);
        if (Severity is { } severity) errors.Defined("severity", severity);
    }
}

internal sealed class ListSpecProblemsHandler(SpecLoader specs) : IRequestHandler<ListSpecProblems, Page<SpecProblemView>>
{
    public async Task<Outcome<Page<SpecProblemView>>> HandleAsync(ListSpecProblems request, CancellationToken cancellationToken)
    {
        if (await specs.LoadAsync(request.SpecId, request.Version, cancellationToken) is not { Problems: var problems }) return SpecErrors.NotFound;
        var found = problems.Where(problem => request.Severity is null || problem.Severity == request.Severity).ToList();
        return new Page<SpecProblemView>(found.Skip(request.Skip).Take(request.Take).Select(SpecProblemView.Of).ToList(), found.Count);
    }
}
