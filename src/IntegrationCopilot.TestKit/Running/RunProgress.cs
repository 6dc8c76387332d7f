namespace IntegrationCopilot.TestKit;

/// <summary>How far a run has come.</summary>
/// <param name="Total">Cases that run; those that do not apply or are skipped beforehand are not counted.</param>
/// <param name="Done">Of those, how many are done.</param>
/// <param name="Latest">The case that was done last; null at the beginning.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunProgress(int Total, int Done, CaseResult? Latest);
