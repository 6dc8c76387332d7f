using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Sends the same probes to mocks with and without a fault and looks for an answer that differs.</summary>
internal sealed class ProbeComparison
{
    private readonly ApiSpec spec;
    private readonly int seed;
    private readonly IReadOnlyList<ProbeAnswer> usual;
    private readonly HashSet<int> volatileAnswers;

    private ProbeComparison(ApiSpec spec, int seed, IReadOnlyList<ProbeAnswer> usual, HashSet<int> volatileAnswers)
    {
        (this.spec, this.seed) = (spec, seed);
        (this.usual, this.volatileAnswers) = (usual, volatileAnswers);
    }

    /// <summary>Learns how the mock answers with nothing wrong. What differs between two such mocks says nothing later on.</summary>
    public static async Task<ProbeComparison> StartAsync(ApiSpec spec, int seed, CancellationToken cancellationToken)
    {
        var first = await AnswersAsync(spec, seed, null, null, cancellationToken);
        var second = await AnswersAsync(spec, seed, null, null, cancellationToken);
        var differing = Enumerable.Range(0, Math.Min(first.Count, second.Count)).Where(index => !first[index].Equals(second[index])).ToHashSet();
        return new(spec, seed, first, differing);
    }

    /// <summary>The first probe whose answer a fault changes; null when none is.</summary>
    public async Task<ProbeAnswer?> FirstDifferenceAsync(MockFault fault, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ProbeAnswer? found = null;
        void Compare(int index, ProbeAnswer answer)
        {
            if (found is not null || volatileAnswers.Contains(index) || (index < usual.Count && answer.Equals(usual[index]))) return;
            found = answer;
            enough.Cancel();
        }

        try
        {
            await AnswersAsync(spec, seed, fault, Compare, enough.Token);
        }
        catch (OperationCanceledException) when (found is not null && !cancellationToken.IsCancellationRequested)
        {
        }

        return found;
    }

    private static async Task<IReadOnlyList<ProbeAnswer>> AnswersAsync(ApiSpec spec, int seed, MockFault? fault, Action<int, ProbeAnswer>? heard,
        CancellationToken cancellationToken)
    {
        using var receiver = new ProbeReceiver();
        using var invoker = new HttpMessageInvoker(receiver);
        var options = new MockOptions
        {
            Seed = seed,
            Clock = new StandingClock(),
            Faults = fault is null ? [] : [new FaultInjection(fault)],
            Deliveries = new DeliveryOptions { Invoker = invoker, Address = ProbeReceiver.Address, TimeScale = 0 },
        };
        await using var engine = new MockEngine(spec, options);
        using var session = new ProbeSession(spec, new ProbeMaker(spec, seed), engine, receiver, heard);
        return await session.RunAsync(cancellationToken);
    }

    /// <summary>A clock that stands still, so that answers tell no time that passed.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>What a probe was answered, in a form that compares.</summary>
/// <param name="Operation">The operation that was asked.</param>
/// <param name="What">What was sent, for people.</param>
/// <param name="Status">The status; 0 when no answer came.</param>
/// <param name="Text">Header fields and body.</param>
internal sealed record ProbeAnswer(ApiOperation Operation, string What, int Status, string Text)
{
    /// <summary>Operation and what was sent, for people.</summary>
    public string Probe => $"{Operation.Id}: {What}";

    /// <summary>What the API delivered because of it: webhooks and callbacks with header fields and bodies; empty for nothing.</summary>
    public string Delivered { get; init; } = "";
}
