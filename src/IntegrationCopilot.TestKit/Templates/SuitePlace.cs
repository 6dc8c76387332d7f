namespace IntegrationCopilot.TestKit;

/// <summary>A place in a suite of golden tests.</summary>
/// <param name="Case">Id of the golden test; for a call that tells values or removes things, the id of its operation.</param>
/// <param name="Step">Name of the step; null for what belongs to the test as a whole, and for calls.</param>
/// <param name="Place">JSON Pointer (RFC 6901) from the step, test or call, for example <c>/request/body/json/amount</c>.</param>
/// <param name="Pointer">The same place from the top of the suite's JSON, for example <c>/tests/3/steps/0/request/body/json/amount</c>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SuitePlace(string Case, string? Step, string Place, string Pointer)
{
    /// <summary>Case, step and place, for people.</summary>
    public override string ToString() => Step is null ? $"{Case} {Place}" : $"{Case}, step {Step}, {Place}";
}
