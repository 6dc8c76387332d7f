using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>What did not pass in a test run, folded by its cause: what fails first, then warnings, what has no verdict, and errors.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListTestDefects(Guid RunId) : IQuery<TestDefectList>;

internal sealed class ListTestDefectsHandler(AppDbContext database) : IRequestHandler<ListTestDefects, TestDefectList>
{
    private static readonly CaseStatus[] Telling = [CaseStatus.Fail, CaseStatus.Warn, CaseStatus.NoVerdict, CaseStatus.Error];

    public async Task<Outcome<TestDefectList>> HandleAsync(ListTestDefects request, CancellationToken cancellationToken)
    {
        if (await database.Set<TestRun>().Where(run => run.Id == request.RunId).Select(TestRunView.FromRow).FirstOrDefaultAsync(cancellationToken)
            is not { } run) return TestRunErrors.NotFound;
        var rows = await database.Set<StoredCase>().AsNoTracking().Where(row => row.RunId == request.RunId && Telling.Contains(row.Status))
            .OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var ids = rows.ToDictionary(row => row.CaseId, row => row.Id, StringComparer.Ordinal);
        return new TestDefectList([.. StoredRun.ResultOf(run, rows).Defects.Select(defect => DefectView.Of(defect, ids))]);
    }
}
