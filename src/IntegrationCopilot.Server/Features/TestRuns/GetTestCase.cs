using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>One result, with the assertions and exchanges it stands on.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetTestCase(Guid Id) : IQuery<TestCaseDetails>;

internal sealed class GetTestCaseHandler(AppDbContext database) : IRequestHandler<GetTestCase, TestCaseDetails>
{
    public async Task<Outcome<TestCaseDetails>> HandleAsync(GetTestCase request, CancellationToken cancellationToken)
    {
        var rows = database.Set<StoredCase>().Where(row => row.Id == request.Id);
        if (await rows.Select(TestCaseView.FromRow).FirstOrDefaultAsync(cancellationToken) is not { } view) return TestRunErrors.CaseNotFound;
        var evidence = CaseEvidence.FromJson(await rows.Select(row => row.Evidence).SingleAsync(cancellationToken));
        return new TestCaseDetails(view, evidence.Assertions, evidence.TraceIds);
    }
}
