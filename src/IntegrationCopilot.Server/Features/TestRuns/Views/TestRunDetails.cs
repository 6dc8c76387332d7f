using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>A test run and what its categories came to.</summary>
/// <param name="Run">The run.</param>
/// <param name="Categories">The categories of the results so far, in the order of the suite.</param>
public sealed record TestRunDetails(TestRunView Run, IReadOnlyList<CategoryTotals> Categories);

/// <summary>What the cases of one category came to.</summary>
/// <param name="Id">Stable id of the category.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What its tests show, and why that matters.</param>
/// <param name="Totals">Results so far by status.</param>
public sealed record CategoryTotals(string Id, string Name, string Description, TestRunTotals Totals)
{
    internal static CategoryTotals Of(string id, TestRunTotals totals) => new(id, NameOf(id), TestCategory.Find(id)?.Description ?? "", totals);

    internal static string NameOf(string id) => TestCategory.Find(id)?.Name ?? id;
}
