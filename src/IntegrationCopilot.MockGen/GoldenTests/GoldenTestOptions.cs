using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How golden tests are derived.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record GoldenTestOptions
{
    /// <summary>The contract tests of one operation where no <see cref="Budget"/> is given.</summary>
    public const int DefaultPerOperation = 20;

    /// <summary>The contract tests of a document at most where no <see cref="Budget"/> is given, unless that were fewer than 4 an operation.</summary>
    public const int DefaultAtMost = 5_000;

    /// <summary>Where made-up values come from; the same seed gives the same suite. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// How many contract tests are made at most, shared out evenly among the operations; each operation keeps at least one. Null, the default, for 20 times the
    /// operations, at most 5,000, but at least 4 for each operation.
    /// </summary>
    public int? Budget { get; init; }

    /// <summary>The day, in UTC, that made-up dates are counted from; see <see cref="SampleOptions.Today"/>. Default 2026-01-01.</summary>
    public DateOnly Today { get; init; } = new SampleOptions().Today;

    /// <summary>The kinds of authentication that are known. Default those of OpenAPI.</summary>
    public AuthenticationKinds Authentication { get; init; } = AuthenticationKinds.Default;
}
