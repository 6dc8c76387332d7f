using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run would send, and what it would not and why. Making it sends nothing.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunPlan
{
    /// <summary>Title of the API.</summary>
    public required string Title { get; init; }

    /// <summary>Kind of environment: <c>MOCK</c>, <c>SANDBOX</c>, <c>UAT</c> or <c>PRODUCTION</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The base URL that would be called.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>Cases in suite order.</summary>
    public required IReadOnlyList<PlannedCase> Cases { get; init; }

    /// <summary>Requests that would remove, or end, what the run created.</summary>
    public required IReadOnlyList<PlannedRequest> CleanUp { get; init; }

    /// <summary>The variables of the cases that would run, in the order of the suite.</summary>
    public required IReadOnlyList<PlannedVariable> Variables { get; init; }

    /// <summary>Every different request of the cases and of the cleaning up, in order of first appearance.</summary>
    public IReadOnlyList<PlannedRequest> Requests =>
        [.. Cases.SelectMany(item => item.Requests).Concat(CleanUp).DistinctBy(request => (request.Method, request.Path))];
}

/// <summary>What is planned for one case.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record PlannedCase
{
    /// <summary>Stable id of the golden test.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Stable id of its category.</summary>
    public required string Category { get; init; }

    /// <summary>Method and path of the operation it is about; null when it is about none.</summary>
    public string? Operation { get; init; }

    /// <summary>How much the profile wants its category.</summary>
    public TestSetting Setting { get; init; }

    /// <summary>What is known of it without running: <see cref="CaseStatus.Skip"/> or <see cref="CaseStatus.NotApplicable"/>; null when it runs.</summary>
    public CaseStatus? Settled { get; init; }

    /// <summary>Why it does not run, in a sentence; null when it does.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The requests it may send, in order: those that tell its values come first, of which some may be left out when others have told enough. Requests that
    /// several cases name are sent once where the cases can share them.
    /// </summary>
    public IReadOnlyList<PlannedRequest> Requests { get; init; } = [];
}

/// <summary>A request that may be sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path as in the document.</param>
/// <param name="Effect">What it does; null for one that the document does not describe.</param>
/// <param name="Purpose">What it is for.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record PlannedRequest(string Method, string Path, OperationEffect? Effect, RequestPurpose Purpose);

/// <summary>A variable of the cases that would run.</summary>
/// <param name="Variable">The variable with every place of the suite that uses it.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Cases">How many cases that would run use it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record PlannedVariable(SuiteVariable Variable, PlannedSource Source, int Cases);

/// <summary>Where the value of a variable comes from.</summary>
public enum PlannedSource
{
    /// <summary>It is given.</summary>
    Given,

    /// <summary>Nothing is given, and there is a default.</summary>
    Default,

    /// <summary>The runner makes a new one for every case, or knows it.</summary>
    Runner,

    /// <summary>The API is asked for it, and where it does not tell one, the default is taken if that may be.</summary>
    Api,

    /// <summary>Nothing tells one: a case that needs it ends with an error.</summary>
    Missing,
}

/// <summary>What a request is for.</summary>
public enum RequestPurpose
{
    /// <summary>It tells values that another request needs.</summary>
    Value,

    /// <summary>It shows that the request of the test would succeed without its mistake.</summary>
    Control,

    /// <summary>It is what the test is about.</summary>
    Test,

    /// <summary>It removes, or ends, what the run created.</summary>
    CleanUp,
}
