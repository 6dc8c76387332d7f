namespace IntegrationCopilot.TestKit;

/// <summary>Which faults of an API its golden tests find.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MutationReport
{
    /// <summary>Title of the API.</summary>
    public required string Title { get; init; }

    /// <summary>The seed of suite and mocks.</summary>
    public required int Seed { get; init; }

    /// <summary>Cases that do not pass although nothing is wrong; empty when the suite raises no false alarm.</summary>
    public required IReadOnlyList<CaseResult> FalseAlarms { get; init; }

    /// <summary>Every fault that was tried, in the order of the catalogue.</summary>
    public required IReadOnlyList<MutationResult> Faults { get; init; }

    /// <summary>The fewest cases found that find as many faults as all do, the one that finds most first; a budget does well to keep them.</summary>
    public required IReadOnlyList<string> FewestCases { get; init; }

    /// <summary>Faults that show in an answer of this API.</summary>
    public int Applicable => Faults.Count(fault => fault.IsApplicable);

    /// <summary>Applicable faults that were found.</summary>
    public int Found => Faults.Count(fault => fault is { IsApplicable: true, IsFound: true });

    /// <summary>Share of the applicable faults that were found, 0 to 1; null when none is applicable.</summary>
    public double? Score => Applicable == 0 ? null : (double)Found / Applicable;
}

/// <summary>What became of one fault.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MutationResult
{
    /// <summary>Id of the fault (<see cref="MockGen.MockFault.Id"/>).</summary>
    public required string Fault { get; init; }

    /// <summary>What the mock did with it, in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The rule it breaks, in one sentence.</summary>
    public required string Rule { get; init; }

    /// <summary>
    /// Whether it shows at all: a fixed set of requests, which knows nothing of the tests, got another status, header, body or delivery with it than without.
    /// </summary>
    public required bool IsApplicable { get; init; }

    /// <summary>The request whose answer showed it first; null when none did.</summary>
    public string? ShownBy { get; init; }

    /// <summary>Ids of the cases that failed or warned with it and pass without it: of those that were tried, see <see
    /// cref="MutationOptions.FindsAll"/>.</summary>
    public required IReadOnlyList<string> FoundBy { get; init; }

    /// <summary>Cases that lost their verdict because of it, although none failed: what came nearest to finding it.</summary>
    public required IReadOnlyList<string> NoticedBy { get; init; }

    /// <summary>Whether the run fails because of it without a case that does: nearly nothing could be asked any more.</summary>
    public required bool SpoilsRun { get; init; }

    /// <summary>Whether it was given up, see <see cref="MutationOptions.FaultTimeout"/>.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>Requests that the run sent.</summary>
    public required int Requests { get; init; }

    /// <summary>Whether a case found it, or the run failed because of it.</summary>
    public bool IsFound => FoundBy.Count > 0 || SpoilsRun;
}
