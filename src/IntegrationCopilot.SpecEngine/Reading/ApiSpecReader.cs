namespace IntegrationCopilot.SpecEngine;

/// <summary>What reading a description gave: the API, or problems, or both when the problems do not stop us.</summary>
/// <param name="Spec">The API; null when the document cannot be understood as OpenAPI at all.</param>
/// <param name="Problems">What is wrong, in document order; empty when nothing is.</param>
public sealed record SpecReadResult(ApiSpec? Spec, IReadOnlyList<SpecProblem> Problems)
{
    /// <summary>Whether any problem is an error.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == ProblemSeverity.Error);
}
