namespace IntegrationCopilot.TestKit;

/// <summary>Something a run created and did not remove.</summary>
/// <param name="Operation">Method and path of the operation that created it.</param>
/// <param name="Identifier">What names it; null when the answer did not say.</param>
/// <param name="Reason">Why it is still there, in a sentence.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record LeftThing(string Operation, string? Identifier, string Reason);
