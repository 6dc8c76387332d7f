namespace IntegrationCopilot.SpecEngine;

/// <summary>Collects the problems of one reading, up to a limit, and counts the rest.</summary>
internal sealed class ProblemLog(int limit, int omittedBefore = 0)
{
    private readonly List<SpecProblem> problems = [];
    private int omitted = omittedBefore;
    private bool hasError;

    public void Add(SpecRule rule, RawNode node, params object?[] values)
    {
        if (MakeRoom(rule.Severity)) problems.Add(rule.At(node, values));
    }

    public void Add(SpecProblem problem)
    {
        if (MakeRoom(problem.Severity)) problems.Add(problem);
    }

    public void AddRange(IEnumerable<SpecProblem> further)
    {
        foreach (var problem in further) Add(problem);
    }

    /// <summary>How many problems are kept.</summary>
    public int Limit => limit;

    /// <summary>How many were left out.</summary>
    public int Omitted => omitted;

    /// <summary>The problems by document, line and column, with a last one that says how many were left out.</summary>
    public IReadOnlyList<SpecProblem> ToList(IEnumerable<RawDocument> documents)
    {
        var order = documents.Select((document, place) => (document.Name, place)).ToDictionary(d => d.Name, d => d.place, StringComparer.Ordinal);
        List<SpecProblem> sorted = [.. problems
            .OrderBy(p => order.GetValueOrDefault(p.Location.Document, int.MaxValue))
            .ThenBy(p => p.Location.Line).ThenBy(p => p.Location.Column)];
        var place = sorted.Count > 0 ? sorted[^1].Location.Document : documents.FirstOrDefault()?.Name;
        if (omitted > 0 && place is not null) sorted.Add(SpecRules.MoreProblems.At(new SourceLocation(place, ""), omitted));
        return sorted;
    }

    /// <summary>Once full, only the first error still gets in, so that warnings cannot hide that there is one.</summary>
    private bool MakeRoom(ProblemSeverity severity)
    {
        if (problems.Count >= limit)
        {
            omitted++;
            if (severity != ProblemSeverity.Error || hasError || limit == 0) return false;
            problems.RemoveAt(problems.Count - 1);
        }
        hasError |= severity == ProblemSeverity.Error;
        return true;
    }
}
