namespace IntegrationCopilot.Validator;

/// <summary>What came of looking at credentials, from worst to best.</summary>
public enum CredentialVerdict
{
    /// <summary>There are none.</summary>
    Missing,

    /// <summary>There is something, but not of the scheme's form.</summary>
    Malformed,

    /// <summary>They are nobody's.</summary>
    Wrong,

    /// <summary>They were somebody's once.</summary>
    Expired,

    /// <summary>They are somebody's who may not do this.</summary>
    ScopeMissing,

    /// <summary>They let in.</summary>
    Accepted,
}

/// <summary>One look at a request's credentials.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Problem">What is wrong, in one sentence; empty when nothing is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CredentialOutcome(CredentialVerdict Verdict, string Problem)
{
    /// <summary>Nothing is wrong.</summary>
    public static CredentialOutcome Accepted { get; } = new(CredentialVerdict.Accepted, "");
}
