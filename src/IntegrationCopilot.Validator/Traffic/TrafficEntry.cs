namespace IntegrationCopilot.Validator;

/// <summary>One entry of a recording. Exactly one of exchange and problem is there.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Exchange">The exchange; null when there is a problem.</param>
/// <param name="Problem">What is wrong, and what should be written there; null when the entry can be read.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TrafficEntry(TrafficPlace Place, TrafficExchange? Exchange, string? Problem);
