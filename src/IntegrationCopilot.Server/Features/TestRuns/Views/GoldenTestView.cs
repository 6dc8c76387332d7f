using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>A part of the golden tests of an API.</summary>
/// <param name="Items">The tests of this part, in the order of the suite.</param>
/// <param name="Total">How many tests there are.</param>
/// <param name="Applicable">How many of all tests apply to the API.</param>
public sealed record GoldenTestList(IReadOnlyList<GoldenTestView> Items, int Total, int Applicable);

/// <summary>One golden test.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Name">What it shows.</param>
/// <param name="Category">Stable id of its category.</param>
/// <param name="Operation">Method and path of the operation it is about; null when it is about none.</param>
/// <param name="Applicable">Whether it applies to the API.</param>
/// <param name="Reason">Why it does not apply; null when it does.</param>
/// <param name="MockOnly">Whether it runs against the project's own mock only.</param>
/// <param name="Assumptions">What it takes for granted beyond the document.</param>
public sealed record GoldenTestView(string Id, string Name, string Category, string? Operation, bool Applicable, string? Reason, bool MockOnly,
    IReadOnlyList<string> Assumptions)
{
    internal static GoldenTestView Of(GoldenTest test) =>
        new(test.Id, test.Name, test.Category, test.Operation, test.Applicable, test.Reason, test.Reach == GoldenTestReach.MockOnly, test.Assumptions);
}
