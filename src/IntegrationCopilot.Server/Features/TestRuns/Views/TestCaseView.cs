using System.Linq.Expressions;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The result of one case of a test run.</summary>
/// <param name="Id">Id of the result.</param>
/// <param name="RunId">The run it belongs to.</param>
/// <param name="CaseId">Stable id of the golden test.</param>
/// <param name="Name">What the test shows.</param>
/// <param name="Category">Stable id of its category.</param>
/// <param name="Operation">Method and path of the operation it is about; null when it is about none.</param>
/// <param name="Status">PASS, FAIL, WARN, NO_VERDICT, ERROR, SKIP or NOT_APPLICABLE.</param>
/// <param name="Reason">Why it failed, warned, has no verdict, could not run or does not apply; null when it passed.</param>
/// <param name="Setting">How much the profile wants its category: REQUIRED, OPTIONAL or AUTO.</param>
/// <param name="DurationMs">How long it took; 0 when it did not run.</param>
public sealed record TestCaseView(
    Guid Id, Guid RunId, string CaseId, string Name, string Category, string? Operation, string Status, string? Reason, string Setting, double DurationMs)
{
    /// <summary>The view as a part of a query, so that the evidence is not read.</summary>
    internal static readonly Expression<Func<StoredCase, TestCaseView>> FromRow = row => new TestCaseView(
        row.Id, row.RunId, row.CaseId, row.Name, row.Category, row.Operation, row.Status.ToWire(), row.Reason, TestSettingNames.Of(row.Setting),
        row.DurationMs);
}

/// <summary>The result of one case, with what it stands on.</summary>
/// <param name="Case">The result.</param>
/// <param name="Assertions">Assertions in order, up to and including the step that ended the case.</param>
/// <param name="TraceIds">The exchanges it caused, in order.</param>
public sealed record TestCaseDetails(TestCaseView Case, IReadOnlyList<AssertionView> Assertions, IReadOnlyList<Guid> TraceIds);
