using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What a judge found.</summary>
/// <param name="Verdict">What became of the assertion.</param>
/// <param name="Problem">Why it does not hold or cannot be told; null when it holds.</param>
/// <param name="Findings">The findings behind it.</param>
internal sealed record Judgement(AssertionVerdict Verdict, string? Problem, IReadOnlyList<Finding> Findings)
{
    /// <summary>The exchange that told; null when none did.</summary>
    public Exchange? Exchange { get; init; }

    public static Judgement Holds { get; } = new(AssertionVerdict.Held, null, []);

    public static Judgement Fails(string problem) => new(AssertionVerdict.Broken, problem, []);

    /// <summary>It does not hold, and only a draft or a custom says that it must.</summary>
    public static Judgement Doubts(string problem) => new(AssertionVerdict.Doubted, problem, []);

    /// <summary>The answer says nothing about it.</summary>
    public static Judgement CannotTell(string why) => new(AssertionVerdict.Unjudged, why, []);

    public static Judgement Of(bool holds, string problem) => holds ? Holds : Fails(problem);

    /// <summary>A weak ground is no reason to call an API wrong.</summary>
    public Judgement WithStrength(MockGen.GroundStrength strength) =>
        strength == MockGen.GroundStrength.Advisory && Verdict == AssertionVerdict.Broken ? this with { Verdict = AssertionVerdict.Doubted } : this;
}
