using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What templates assert most.</summary>
internal static class Expect
{
    public static TestAssertion Success { get; } = new SucceedsAssertion();

    /// <summary>A success as the document describes it.</summary>
    public static IReadOnlyList<TestAssertion> Described { get; } = [Success, new ConformsAssertion()];

    /// <summary>The same of what an earlier step made.</summary>
    public static IReadOnlyList<TestAssertion> DescribedOfMade(string step) => [new SucceedsAssertion { MadeBy = step }, new ConformsAssertion()];

    /// <summary>The same of a request whose values may be blamed or not.</summary>
    public static IReadOnlyList<TestAssertion> DescribedOf(RequestPlan plan) => [SuccessOf(plan), new ConformsAssertion()];

    /// <summary>A success of a request whose values may be blamed or not.</summary>
    public static TestAssertion SuccessOf(RequestPlan plan) => new SucceedsAssertion { Explained = plan.Explained };

    /// <summary>A place in the document as the ground of an expectation.</summary>
    public static string Place(RawNode node) => node.IsDefined ? $"{node.Location.Pointer} of the document, line {node.Location.Line}" : "the document";
}
