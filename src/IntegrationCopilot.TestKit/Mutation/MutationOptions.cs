using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>How the rate of found faults is measured.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MutationOptions
{
    /// <summary>The faults to try. Default all of <see cref="MockFaults.All"/>.</summary>
    public IReadOnlyList<MockFault> Faults { get; init; } = MockFaults.All;

    /// <summary>Where made-up values come from; the same seed gives the same suite and the same mocks. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Whether all tests are tried on every fault, also when some have found it already; takes several times as long. Default false.</summary>
    public bool FindsAll { get; init; }

    /// <summary>Faults that are tried at the same time, 1 or more. Default 4: runs wait more than they work.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>How long one fault may take, more than none. Default 5 minutes: what takes longer is given up and counts as not found.</summary>
    public TimeSpan FaultTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Where the time comes from. Default the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Hears of every fault that was tried; null (the default) for nobody.</summary>
    public IProgress<MutationProgress>? Progress { get; init; }
}

/// <summary>How far a measurement has come.</summary>
/// <param name="Total">Faults to try.</param>
/// <param name="Done">Of those, how many were tried.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MutationProgress(int Total, int Done);
