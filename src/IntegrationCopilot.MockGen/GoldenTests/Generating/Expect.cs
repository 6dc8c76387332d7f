using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>What templates assert most.</summary>
internal static class Expect
{
    /// <summary>Refusals that say nothing about the input.</summary>
    private static readonly string[] OtherRefusals = ["401", "403", "404", "405", "406", "429"];

    public static TestAssertion Success { get; } = new StatusAssertion(["2XX"]);

    /// <summary>A success as the document describes it.</summary>
    public static IReadOnlyList<TestAssertion> Described { get; } = [Success, new ConformsAssertion()];

    /// <summary>The input is refused, with an error of the described shape.</summary>
    public static IReadOnlyList<TestAssertion> InputRefused(string ground, bool mayBeNotFound = false) =>
        [new StatusAssertion(["4XX"]) { Except = mayBeNotFound ? [.. OtherRefusals.Where(code => code != "404")] : OtherRefusals, Ground = ground },
            new ErrorShapeAssertion()];

    /// <summary>A place in the document as the ground of an expectation.</summary>
    public static string Place(RawNode node) => node.IsDefined ? $"{node.Location.Pointer} of the document, line {node.Location.Line}" : "the document";
}
