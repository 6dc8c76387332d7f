using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The report of a test run that is over, the same that the command line writes.</summary>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record GetTestReport(Guid Id, string Format = GetTestReport.DefaultFormat) : IQuery<FileDownload>, IValidated
{
    public const string DefaultFormat = "junit";

    /// <summary>The report of that id; only asked for when <see cref="Validate"/> had nothing to say.</summary>
    public IRunReport Report => RunReports.Find(Format)!;

    public void Validate(FieldErrors errors)
    {
        if (RunReports.Find(Format) is null) errors.Add("format", $"Must be one of {RunReports.Ids}.");
    }
}

internal sealed class GetTestReportHandler(AppDbContext database, TraceStore traces) : IRequestHandler<GetTestReport, FileDownload>
{
    public async Task<Outcome<FileDownload>> HandleAsync(GetTestReport request, CancellationToken cancellationToken)
    {
        if (await database.Set<TestRun>().Where(run => run.Id == request.Id).Select(TestRunView.FromRow).FirstOrDefaultAsync(cancellationToken) is not { } run)
            return TestRunErrors.NotFound;
        if (!run.IsOver) return TestRunErrors.NotOver;
        var rows = await database.Set<StoredCase>().AsNoTracking().Where(row => row.RunId == run.Id).OrderBy(row => row.Position)
            .ToListAsync(cancellationToken);
        var result = StoredRun.ResultOf(run, rows);
        if (request.Report.ShowsExchanges) result = result with { Exchanges = await traces.OfRunAsync(run.Id, cancellationToken) };
        return FileOf(result, run, request.Report);
    }

    private static FileDownload FileOf(RunResult result, TestRunView run, IRunReport report)
    {
        var content = new MemoryStream();
        report.Write(result, content);
        content.Position = 0;
        return new FileDownload($"test-run-{run.CreatedAt.UtcDateTime:yyyyMMdd-HHmmss}.{report.Extension}", report.MediaType, content);
    }
}
