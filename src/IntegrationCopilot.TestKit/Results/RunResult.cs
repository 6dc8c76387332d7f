using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run gave: every case, and what they add up to.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunResult
{
    /// <summary>Id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>Title of the API.</summary>
    public required string Title { get; init; }

    /// <summary>Kind of environment: <c>MOCK</c>, <c>SANDBOX</c>, <c>UAT</c> or <c>PRODUCTION</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The base URL that was called.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The seed of everything invented.</summary>
    public int Seed { get; init; }

    /// <summary>Whether it was cancelled before every case was done.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Cases in suite order.</summary>
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    /// <summary>What it created and did not remove, the newest first.</summary>
    public IReadOnlyList<LeftThing> Left { get; init; } = [];

    /// <summary>How far it came with each operation of the document, in the order of the document.</summary>
    public IReadOnlyList<OperationCoverage> Coverage { get; init; } = [];

    /// <summary>What is new since an earlier run; null when it was not compared.</summary>
    public RunComparison? Comparison { get; init; }

    /// <summary>What nobody gave, what most cases wait for first: one list of everything that would let more be tested.</summary>
    public IReadOnlyList<MissingValue> Missing { get; init; } = [];

    /// <summary>The document whose tests were run; null when that is not known.</summary>
    public TestedDocument? Document { get; init; }

    /// <summary>What was sent and answered, without secrets, in the order of its beginning; empty unless <see cref="RunOptions.KeepsExchanges"/>.</summary>
    public IReadOnlyList<ApiTrace> Exchanges { get; init; } = [];

    /// <summary>Numbers by status.</summary>
    public RunTotals Totals => RunTotals.Of(Cases);

    /// <summary>
    /// What is wrong, or kept cases from a verdict, each with all its cases: what fails first, then warnings, what has no verdict, and errors; of these
    /// what shows in the most cases.
    /// </summary>
    public IReadOnlyList<Defect> Defects => Defect.Of(Cases);

    /// <summary>Numbers by category, in order of first appearance.</summary>
    public IReadOnlyList<CategoryResult> Categories =>
        [.. Cases.GroupBy(c => c.Category, StringComparer.Ordinal).Select(g => new CategoryResult(g.Key, RunTotals.Of(g), g.Count(c => c.IsBlocking)))];

    /// <summary>Whether anything was learned about the API: at least one case passed, failed or warned.</summary>
    public bool IsJudged => Totals.Judged > 0;

    /// <summary>Whether it was not cancelled, something was judged and no case blocks.</summary>
    public bool Succeeded => Holds(FailOn.Blocking);

    /// <summary>Whether the run is good by a given measure. A run that was cancelled or judged nothing is not, except with <see cref="FailOn.None"/>.</summary>
    /// <remarks>When it was compared with an earlier run, only what is new since counts.</remarks>
    /// <param name="measure">What spoils a run.</param>
    public bool Holds(FailOn measure) => measure == FailOn.None || (!IsCancelled && IsJudged && !Counting.Any(c => c.Spoils(measure)));

    private IEnumerable<CaseResult> Counting => Comparison is { } comparison ? comparison.New.SelectMany(defect => defect.Cases) : Cases;
}

/// <summary>Numbers of cases by status.</summary>
/// <param name="Total">All cases.</param>
/// <param name="Pass">Passed.</param>
/// <param name="Fail">Failed.</param>
/// <param name="Warn">Warned.</param>
/// <param name="NoVerdict">Answered, but without a verdict.</param>
/// <param name="Error">Nothing learned.</param>
/// <param name="Skip">Skipped.</param>
/// <param name="NotApplicable">Not applicable.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunTotals(int Total, int Pass, int Fail, int Warn, int NoVerdict, int Error, int Skip, int NotApplicable)
{
    /// <summary>Cases with a verdict.</summary>
    public int Judged => Pass + Fail + Warn;

    /// <summary>Share of the cases with a verdict that passed, 0 to 1; null when none has one.</summary>
    public double? PassRate => Judged == 0 ? null : (double)Pass / Judged;

    /// <summary>Counts cases.</summary>
    public static RunTotals Of(IEnumerable<CaseResult> cases)
    {
        var counts = new int[Enum.GetValues<CaseStatus>().Length];
        foreach (var result in cases) counts[(int)result.Status]++;
        return new RunTotals(counts.Sum(), counts[(int)CaseStatus.Pass], counts[(int)CaseStatus.Fail], counts[(int)CaseStatus.Warn],
            counts[(int)CaseStatus.NoVerdict], counts[(int)CaseStatus.Error], counts[(int)CaseStatus.Skip], counts[(int)CaseStatus.NotApplicable]);
    }
}

/// <summary>What the cases of one category add up to.</summary>
/// <param name="Category">Stable id of the category.</param>
/// <param name="Totals">Numbers by status.</param>
/// <param name="Blocking">Cases that block, see <see cref="CaseResult.IsBlocking"/>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CategoryResult(string Category, RunTotals Totals, int Blocking);
