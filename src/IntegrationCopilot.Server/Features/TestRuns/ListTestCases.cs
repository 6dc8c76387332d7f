using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The results of a test run so far, in the order of the suite.</summary>
/// <param name="RunId">Whose results.</param>
/// <param name="Status">Only those of this status, as results show it: <c>FAIL</c>; null for all.</param>
/// <param name="Category">Only those of this category; null for all.</param>
/// <param name="Skip">Where the part starts.</param>
/// <param name="Take">How many it may have.</param>
[RequiresPermission(Permission.ProjectsRead)]
internal sealed record ListTestCases(Guid RunId, string? Status = null, string? Category = null, int Skip = 0, int Take = Paging.DefaultTake)
    : IQuery<Page<TestCaseView>>, IValidated
{
    private static readonly CaseStatus[] Statuses = Enum.GetValues<CaseStatus>();

    internal CaseStatus? StatusValue =>
        Array.FindIndex(Statuses, status => string.Equals(status.ToWire(), Status, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
        ? Statuses[index]
        : null;

    public void Validate(FieldErrors errors)
    {
        errors.Page(Skip, Take);
        errors.Optional("category", Category, StoredCase.CategoryMaxLength);
        if (Status is not null && StatusValue is null) errors.Add("status", $"Must be one of {string.Join(", ", Statuses.Select(status => status.ToWire()))}.");
    }
}

internal sealed class ListTestCasesHandler(AppDbContext database) : IRequestHandler<ListTestCases, Page<TestCaseView>>
{
    public async Task<Outcome<Page<TestCaseView>>> HandleAsync(ListTestCases request, CancellationToken cancellationToken)
    {
        if (!await database.Set<TestRun>().AnyAsync(run => run.Id == request.RunId, cancellationToken)) return TestRunErrors.NotFound;
        var rows = database.Set<StoredCase>().Where(row => row.RunId == request.RunId);
        if (request.StatusValue is { } status) rows = rows.Where(row => row.Status == status);
        if (request.Category is { } category) rows = rows.Where(row => row.Category == category);
        return await rows.OrderBy(row => row.Position).Select(TestCaseView.FromRow).ToPageAsync(request.Skip, request.Take, cancellationToken);
    }
}
