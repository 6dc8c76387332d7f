using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>How far a test run has come, and what its categories came to.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetTestRun(Guid Id) : IQuery<TestRunDetails>;

internal sealed class GetTestRunHandler(AppDbContext database) : IRequestHandler<GetTestRun, TestRunDetails>
{
    public async Task<Outcome<TestRunDetails>> HandleAsync(GetTestRun request, CancellationToken cancellationToken)
    {
        if (await database.Set<TestRun>().Where(run => run.Id == request.Id).Select(TestRunView.FromRow).FirstOrDefaultAsync(cancellationToken) is not { } run)
            return TestRunErrors.NotFound;
        var groups = await database.Set<StoredCase>().Where(row => row.RunId == request.Id)
            .GroupBy(row => row.Category)
            .Select(group => new
            {
                Category = group.Key,
                First = group.Min(row => row.Position),
                Pass = group.Count(row => row.Status == CaseStatus.Pass),
                Fail = group.Count(row => row.Status == CaseStatus.Fail),
                Warn = group.Count(row => row.Status == CaseStatus.Warn),
                NoVerdict = group.Count(row => row.Status == CaseStatus.NoVerdict),
                Error = group.Count(row => row.Status == CaseStatus.Error),
                Skip = group.Count(row => row.Status == CaseStatus.Skip),
                NotApplicable = group.Count(row => row.Status == CaseStatus.NotApplicable),
            })
            .OrderBy(group => group.First)
            .ToListAsync(cancellationToken);
        return new TestRunDetails(run,
            [.. groups.Select(group =>
            CategoryTotals.Of(group.Category, new TestRunTotals(group.Pass, group.Fail, group.Warn, group.NoVerdict,
                group.Error, group.Skip, group.NotApplicable)))]);
    }
}
