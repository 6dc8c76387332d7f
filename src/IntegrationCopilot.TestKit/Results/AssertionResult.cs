using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>One thing a case asserts, and what was found.</summary>
/// <param name="Description">What is asserted, for example <c>status is 201</c>.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Message">Why it did not hold or cannot be told, in a sentence; null when it held.</param>
/// <param name="Findings">Findings behind a failed conformance assertion; empty otherwise.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record AssertionResult(string Description, AssertionVerdict Verdict, string? Message, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether it held.</summary>
    public bool Passed => Verdict == AssertionVerdict.Held;

    /// <summary>Where the right to expect it comes from: a place in the document, or a section of a standard; null when it is plain.</summary>
    public string? Ground { get; init; }

    /// <summary>Why it did not hold, as facts; null when it held.</summary>
    internal CaseCause? Cause { get; init; }
}

/// <summary>What was found about an assertion.</summary>
public enum AssertionVerdict
{
    /// <summary>It holds.</summary>
    Held,

    /// <summary>It does not hold: the API is wrong.</summary>
    Broken,

    /// <summary>It does not hold, and no more than a draft or a custom says that it must.</summary>
    Doubted,

    /// <summary>The answer says nothing about it.</summary>
    Unjudged,
}

/// <summary>The names of <see cref="AssertionVerdict"/> in JSON, reports and databases.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class AssertionVerdictNames
{
    /// <summary><c>HELD</c>, <c>BROKEN</c>, <c>DOUBTED</c> or <c>UNJUDGED</c>.</summary>
    public static string ToWire(this AssertionVerdict verdict) => verdict switch
    {
        AssertionVerdict.Held => "HELD",
        AssertionVerdict.Broken => "BROKEN",
        AssertionVerdict.Doubted => "DOUBTED",
        AssertionVerdict.Unjudged => "UNJUDGED",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
