using System.Globalization;
using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Portal.Components;
using static MudBlazor.Icons.Material;

namespace IntegrationCopilot.Server.Features.Overview;

/// <summary>The steps of a project's road, each made from what its feature tells. A step more is a method more, and a line on the page.</summary>
internal static class ProjectRoad
{
    public static RoadStep Describe(Guid projectId, Page<SpecView> specs)
    {
        if (specs.Items is not [var newest, ..])
            return new("Describe", Rounded.Description, RoadProgress.Open, "No document", "Import an OpenAPI document: everything else comes from it.",
                SpecPaths.Of(projectId), "Import");
        var (errors, href) = (specs.Items.Sum(spec => spec.Latest.ErrorCount), specs.Total == 1 ? SpecPaths.Of(projectId, newest.Id) : SpecPaths.Of(projectId));
        return new(
            "Describe",
            Rounded.Description,
            errors > 0 ? RoadProgress.Care : RoadProgress.Done,
            Count(specs.Items.Sum(spec => spec.Latest.OperationCount), "operation"),
            $"{(specs.Total == 1 ? newest.Latest.Title : Count(specs.Total, "document"))}, {(errors == 0 ? "without errors" : Count(errors, "error"))}",
            href,
            specs.Total == 1 ? "Open" : "Open all");
    }

    public static RoadStep Mock(Guid projectId, Page<MockView> mocks)
    {
        var running = mocks.Items.Where(mock => mock.BaseUrl is not null).ToList();
        return mocks.Items.FirstOrDefault(mock => mock.Failure is not null) is { } failed
            ? new("Mock", Rounded.Dns, RoadProgress.Care, "Does not start", failed.Failure!, MockPaths.Of(projectId), "Open")
            : running is [var first, ..]
                ? new("Mock", Rounded.Dns, RoadProgress.Done, running.Count == 1 ? "Running" : $"{running.Count} running",
                    $"{Authority(first)} · {Count(running.Sum(mock => mock.Requests), "request")} answered", MockPaths.Of(projectId), "Open")
                : new("Mock", Rounded.Dns, RoadProgress.Open, mocks.Total == 0 ? "Not started" : "Stopped",
                    "A server of your own that answers as the document says.", MockPaths.Of(projectId), "Start");
    }

    public static RoadStep Test(Guid projectId, Page<TestRunView> runs)
    {
        if (runs.Items is not [var last, ..])
            return new("Test", Rounded.PlaylistPlay, RoadProgress.Open, "No run", "Golden tests, made from the document, show what partners will be held to.",
                TestRunPaths.Of(projectId), "Run");
        return new(
            "Test",
            Rounded.PlaylistPlay,
            !last.IsOver ? RoadProgress.Running : last is { Status: "COMPLETED", Totals.IsGood: true } ? RoadProgress.Done : RoadProgress.Care,
            last.IsOver
                ? string.Create(CultureInfo.InvariantCulture, $"{last.Totals.Pass:N0} of {last.Totals.Ran:N0} pass")
                : string.Create(CultureInfo.InvariantCulture, $"{last.CasesDone:N0} of {last.CasesToRun ?? 0:N0} done"),
            last.Failure
                ?? string.Create(CultureInfo.InvariantCulture, $"{StatusStyle.Of(last.Status).Label}, begun on {last.CreatedAt:d MMM yyyy, HH:mm} UTC"),
            TestRunPaths.OfRun(projectId, last.Id),
            "Open");
    }

    public static RoadStep Prove(Guid projectId, Page<TraceView> traces) => traces.Items is [var last, ..]
        ? new("Prove", Rounded.Verified, RoadProgress.Done, Count(traces.Total, "exchange"),
            $"Signed and chained, the last on {last.StartedAt:d MMM yyyy, HH:mm} UTC", TracePaths.Of(projectId), "Open")
        : new("Prove", Rounded.Verified, RoadProgress.Open, "No evidence", "Every exchange of a test run is kept here, signed.", TracePaths.Of(projectId),
            "Open");

    private static string Authority(MockView mock) => mock.BaseUrl!.Authority;

    private static string Count(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
