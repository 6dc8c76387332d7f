using System.Linq.Expressions;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>A test run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProjectId">The project it belongs to.</param>
/// <param name="SpecId">The API description whose golden tests it runs.</param>
/// <param name="Version">The version of it.</param>
/// <param name="Title">The API's title.</param>
/// <param name="Environment">The kind of installation that is tested.</param>
/// <param name="BaseUrl">Where it is; null for the project's own mock until the run has begun.</param>
/// <param name="Seed">Where made-up values come from: the same seed, the same tests.</param>
/// <param name="Status">QUEUED, RUNNING, STOPPING, COMPLETED, CANCELLED, FAILED or INTERRUPTED.</param>
/// <param name="Failure">Why it failed or was interrupted; null otherwise.</param>
/// <param name="CasesToRun">Cases that run, without those that do not apply or are skipped beforehand; null until that is known.</param>
/// <param name="CasesDone">Of those, how many are done.</param>
/// <param name="LatestCase">Name of the case that was done last; null when none is.</param>
/// <param name="Totals">Results so far by status.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="StartedAt">When it began; null while it is queued.</param>
/// <param name="FinishedAt">When it was over; null until then.</param>
public sealed record TestRunView(
    Guid Id, Guid ProjectId, Guid SpecId, int Version, string Title, EnvironmentType Environment, string? BaseUrl, int Seed, string Status, string? Failure,
    int? CasesToRun, int CasesDone, string? LatestCase, TestRunTotals Totals, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>The view as a part of a query, so that neither document nor credentials are read.</summary>
    internal static readonly Expression<Func<TestRun, TestRunView>> FromRow = run => new TestRunView(
        run.Id,
        run.ProjectId,
        run.SpecId,
        run.SpecVersion!.Number,
        run.SpecVersion.Title,
        run.Environment,
        run.BaseUrl,
        run.Seed,
        run.Status == RunStatus.Queued ? "QUEUED"
            : run.Status == RunStatus.Running ? (run.CancelRequestedAt != null ? "STOPPING" : "RUNNING")
            : run.Status == RunStatus.Completed ? "COMPLETED"
            : run.Status == RunStatus.Cancelled ? "CANCELLED"
            : run.Status == RunStatus.Failed ? "FAILED"
            : "INTERRUPTED",
        run.Failure,
        run.CasesToRun,
        run.CasesDone,
        run.LatestCase,
        new TestRunTotals(run.Passed, run.Failed, run.Warned, run.WithoutVerdict, run.Errors, run.Skipped, run.NotApplicable),
        run.CreatedAt,
        run.CreatedBy,
        run.StartedAt,
        run.FinishedAt);

    /// <summary>Whether nothing of it changes any more.</summary>
    public bool IsOver => FinishedAt is not null;

    /// <summary>From its first request to its last result; null until it is over, or when it never began.</summary>
    public double? DurationMs => (FinishedAt - StartedAt)?.TotalMilliseconds;
}

/// <summary>Numbers of cases by status.</summary>
/// <param name="Pass">Passed.</param>
/// <param name="Fail">Failed.</param>
/// <param name="Warn">Did not hold, on no firm ground or in an optional category.</param>
/// <param name="NoVerdict">Answered, but the answer says nothing about what was asked.</param>
/// <param name="Error">Nothing was learned.</param>
/// <param name="Skip">Skipped.</param>
/// <param name="NotApplicable">Not applicable.</param>
public sealed record TestRunTotals(int Pass, int Fail, int Warn, int NoVerdict, int Error, int Skip, int NotApplicable)
{
    /// <summary>All cases that have a result.</summary>
    public int Total => Ran + Skip + NotApplicable;

    /// <summary>Cases that were sent, or should have been.</summary>
    public int Ran => Pass + Fail + Warn + NoVerdict + Error;

    /// <summary>Cases with a verdict.</summary>
    public int Judged => Pass + Fail + Warn;

    /// <summary>Whether something was judged, and nothing failed or stayed without a verdict.</summary>
    internal bool IsGood => Judged > 0 && Fail + NoVerdict + Error == 0;

    /// <summary>The statuses as results show them, those that need a look first.</summary>
    internal static IReadOnlyList<string> Statuses { get; } = ["FAIL", "WARN", "NO_VERDICT", "ERROR", "PASS", "SKIP", "NOT_APPLICABLE"];

    /// <summary>How many have a status; all of them when it is null or empty.</summary>
    internal int Of(string? status) => status switch
    {
        "FAIL" => Fail,
        "WARN" => Warn,
        "NO_VERDICT" => NoVerdict,
        "ERROR" => Error,
        "PASS" => Pass,
        "SKIP" => Skip,
        "NOT_APPLICABLE" => NotApplicable,
        _ => Total,
    };
}
