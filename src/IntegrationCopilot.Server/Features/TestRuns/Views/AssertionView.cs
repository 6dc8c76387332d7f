using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>One thing a case asserts, and what was found.</summary>
/// <param name="Description">What is asserted.</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Message">Why it did not hold or cannot be told; null when it held.</param>
/// <param name="Findings">In what ways the exchange does not conform to the document, when that is what was asserted.</param>
public sealed record AssertionView(string Description, bool Passed, string? Message, IReadOnlyList<FindingView> Findings)
{
    /// <summary>HELD, BROKEN, DOUBTED or UNJUDGED; null in results that were stored before there were verdicts.</summary>
    public string? Verdict { get; init; }

    internal AssertionVerdict Found => Verdict switch
    {
        "DOUBTED" => AssertionVerdict.Doubted,
        "UNJUDGED" => AssertionVerdict.Unjudged,
        _ => Passed ? AssertionVerdict.Held : AssertionVerdict.Broken,
    };

    internal static AssertionView Of(AssertionResult assertion) =>
        new(assertion.Description, assertion.Passed, assertion.Message,
            [.. assertion.Findings.Select(FindingView.Of)]) { Verdict = assertion.Verdict.ToWire() };
}
