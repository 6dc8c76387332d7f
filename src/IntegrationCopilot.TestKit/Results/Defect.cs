namespace IntegrationCopilot.TestKit;

/// <summary>One thing that is wrong, or that kept cases from a verdict, in however many cases it showed.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record Defect
{
    /// <summary>Names it, the same in every run, see <see cref="CaseCause.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The worst status of its cases: <see cref="CaseStatus.Fail"/> before warnings, what has no verdict, and errors.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>Why, as its first case shows it.</summary>
    public required CaseCause Cause { get; init; }

    /// <summary>Its cases in the order of the suite, one or more.</summary>
    public required IReadOnlyList<CaseResult> Cases { get; init; }

    /// <summary>Method and path of each operation it showed in, in the order of its cases; empty when it is about none.</summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>Whether one of its cases blocks, see <see cref="CaseResult.IsBlocking"/>.</summary>
    public bool IsBlocking => Cases.Any(item => item.IsBlocking);

    /// <summary>What the reader can do about it, in one or two sentences.</summary>
    public string NextStep => Cause.NextStep;

    internal bool Spoils(FailOn measure) => Cases.Any(item => item.Spoils(measure));

    /// <summary>Folds cases by their causes: what fails first, then warnings, what has no verdict, and errors; of these what shows in the most cases.</summary>
    internal static IReadOnlyList<Defect> Of(IEnumerable<CaseResult> cases) =>
        [.. cases.Where(item => item.Cause is not null).GroupBy(item => item.Cause!.Id, StringComparer.Ordinal).Select(Of)
            .OrderBy(defect => Rank(defect.Status)).ThenByDescending(defect => defect.Cases.Count)];

    private static Defect Of(IGrouping<string, CaseResult> same)
    {
        var cases = same.ToList();
        return new Defect
        {
            Id = same.Key,
            Status = Worst(cases),
            Cause = Smallest(cases),
            Cases = cases,
            Operations = OperationsOf(cases),
        };
    }

    /// <summary>Why, as its first case shows it, with the request of the case that was made smaller.</summary>
    private static CaseCause Smallest(List<CaseResult> cases) =>
        cases.Find(item => item.Cause!.LeftOut > 0)?.Cause is { } smaller
            ? cases[0].Cause! with { Curl = smaller.Curl, LeftOut = smaller.LeftOut } : cases[0].Cause!;

    internal static CaseStatus Worst(IEnumerable<CaseResult> cases) => cases.Select(item => item.Status).MinBy(Rank);

    internal static IReadOnlyList<string> OperationsOf(IEnumerable<CaseResult> cases) =>
        [.. cases.Select(item => item.Cause!.Operation).OfType<string>().Distinct()];

    private static int Rank(CaseStatus status) => status switch
    {
        CaseStatus.Fail => 0,
        CaseStatus.Warn => 1,
        CaseStatus.NoVerdict => 2,
        _ => 3,
    };
}
