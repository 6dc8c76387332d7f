using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>One thing a case asserts, and whether it held.</summary>
/// <param name="Description">What is asserted.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Message">Why it did not hold; null when it held.</param>
/// <param name="Findings">In what ways the exchange does not conform to the document, when that is what was asserted.</param>
public sealed record AssertionView(string Description, bool Passed, string? Message, IReadOnlyList<FindingView> Findings)
{
    internal static AssertionView Of(AssertionResult assertion) =>
        new(assertion.Description, assertion.Passed, assertion.Message, [.. assertion.Findings.Select(FindingView.Of)]);
}
