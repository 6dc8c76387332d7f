using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Collects what the checks find: once for each rule and place, and of each rule so many.</summary>
internal sealed class DocumentFindings
{
    /// <summary>As many as a reading keeps at all by default.</summary>
    private const int MostOfARule = 1_000;

    private readonly List<SpecProblem> problems = [];
    private readonly HashSet<(string Rule, SourceLocation Place)> known = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyList<SpecProblem> All => problems;

    /// <summary>Whether nothing more is kept of a rule, so that looking on is in vain.</summary>
    public bool IsFull(SpecRule rule) => counts.GetValueOrDefault(rule.Id) >= MostOfARule;

    public void Add(SpecRule rule, RawNode node, params object?[] values) => Add(rule.At(node, values));

    public void Add(SpecProblem problem)
    {
        if (!known.Add((problem.Id, problem.Location))) return;
        var count = counts.GetValueOrDefault(problem.Id);
        counts[problem.Id] = count + 1;
        if (count < MostOfARule) problems.Add(problem);
    }
}
