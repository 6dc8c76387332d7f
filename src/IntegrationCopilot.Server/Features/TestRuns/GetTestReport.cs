using System.Text;
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
internal sealed record GetTestReport(Guid Id, ReportFormat Format = ReportFormat.JUnit) : IQuery<FileDownload>, IValidated
{
    public void Validate(FieldErrors errors) => errors.Defined("format", Format);
}

internal sealed class GetTestReportHandler(AppDbContext database) : IRequestHandler<GetTestReport, FileDownload>
{
    public async Task<Outcome<FileDownload>> HandleAsync(GetTestReport request, CancellationToken cancellationToken)
    {
        if (await database.Set<TestRun>().Where(run => run.Id == request.Id).Select(TestRunView.FromRow).FirstOrDefaultAsync(cancellationToken) is not { } run)
            return TestRunErrors.NotFound;
        if (!run.IsOver) return TestRunErrors.NotOver;
        var rows = await database.Set<StoredCase>().AsNoTracking().Where(row => row.RunId == run.Id).OrderBy(row => row.Position)
            .ToListAsync(cancellationToken);
        return FileOf(StoredRun.ResultOf(run, rows), run, request.Format);
    }

    private static FileDownload FileOf(RunResult result, TestRunView run, ReportFormat format)
    {
        var content = new MemoryStream();
        var (extension, mediaType) = Write(result, content, format);
        content.Position = 0;
        return new FileDownload($"test-run-{run.CreatedAt.UtcDateTime:yyyyMMdd-HHmmss}.{extension}", mediaType, content);
    }

    private static (string Extension, string MediaType) Write(RunResult result, Stream output, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonReport.Write(result, output);
                return ("json", "application/json");
            case ReportFormat.Text:
                using (var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true)) TextReport.Write(result, writer);
                return ("txt", "text/plain; charset=utf-8");
            default:
                JUnitReport.Write(result, output);
                return ("xml", "application/xml");
        }
    }
}
