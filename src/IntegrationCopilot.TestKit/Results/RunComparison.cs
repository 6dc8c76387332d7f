namespace IntegrationCopilot.TestKit;

/// <summary>What is new in a run since an earlier one, what is mended, and what is still there.</summary>
/// <remarks>
/// A defect is looked at case by case, so that one that is known in one operation and turns up in another is new there. Mended is only what passed: what was
/// not run or not judged this time may be there still.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunComparison
{
    /// <summary>The earlier run.</summary>
    public required RunBaseline Baseline { get; init; }

    /// <summary>What did not pass and was not known, each with the cases in which it was not.</summary>
    public required IReadOnlyList<Defect> New { get; init; }

    /// <summary>What did not pass and was known, each with the cases in which it was.</summary>
    public required IReadOnlyList<Defect> Still { get; init; }

    /// <summary>What was known, and all of whose cases that there still are passed.</summary>
    public required IReadOnlyList<BaselineDefect> Mended { get; init; }

    /// <summary>What was known, and of which this run says nothing: its cases were not run, not judged, or failed for another reason first.</summary>
    public required IReadOnlyList<BaselineDefect> Unjudged { get; init; }

    /// <summary>The cases that did not pass for a reason that was known.</summary>
    internal IReadOnlySet<CaseResult> Known { get; init; } = new HashSet<CaseResult>();

    /// <summary>Compares two runs.</summary>
    /// <param name="result">The later one.</param>
    /// <param name="baseline">The earlier one.</param>
    public static RunComparison Of(RunResult result, RunBaseline baseline)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(baseline);
        var known = baseline.Defects.ToDictionary(defect => defect.Id, defect => defect.Cases.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var now = result.Defects;
        var gone = baseline.Defects.ExceptBy(now.Select(defect => defect.Id), defect => defect.Id, StringComparer.Ordinal)
            .ToLookup(defect => IsMended(defect, result));
        List<Defect> still = [.. now.Select(defect => Among(defect, item => IsKnown(known, defect, item))).OfType<Defect>()];
        return new RunComparison
        {
            Baseline = baseline,
            Known = still.SelectMany(defect => defect.Cases).ToHashSet<CaseResult>(ReferenceEqualityComparer.Instance),
            New = [.. now.Select(defect => Among(defect, item => !IsKnown(known, defect, item))).OfType<Defect>()],
            Still = still,
            Mended = [.. gone[true]],
            Unjudged = [.. gone[false]],
        };
    }

    private static bool IsKnown(Dictionary<string, HashSet<string>> known, Defect defect, CaseResult item) =>
        known.TryGetValue(defect.Id, out var cases) && cases.Contains(item.Id);

    private static Defect? Among(Defect defect, Func<CaseResult, bool> isOne) => defect.Cases.Where(isOne).ToList() is { Count: > 0 } cases
        ? defect with { Cases = cases, Status = Defect.Worst(cases), Operations = Defect.OperationsOf(cases) } : null;

    private static bool IsMended(BaselineDefect defect, RunResult result)
    {
        var cases = result.Cases.IntersectBy(defect.Cases, item => item.Id, StringComparer.Ordinal).ToList();
        return cases.Count > 0 && cases.TrueForAll(item => item.Status == CaseStatus.Pass);
    }
}
