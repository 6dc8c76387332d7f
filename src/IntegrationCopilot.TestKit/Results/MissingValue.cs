namespace IntegrationCopilot.TestKit;

/// <summary>A value that nobody gave, so that cases were skipped.</summary>
/// <param name="Name">The variable, or for a credential the security scheme.</param>
/// <param name="IsCredential">Whether it is a credential.</param>
/// <param name="Secret">Whether its value must not be shown.</param>
/// <param name="Description">What to give, for people; null when the document does not say.</param>
/// <param name="Example">A value of the right form; null when none is known.</param>
/// <param name="Cases">How many cases wait for it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MissingValue(string Name, bool IsCredential, bool Secret, string? Description, string? Example, int Cases);
