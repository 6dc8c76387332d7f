using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// A run whose cases are asked for one by one, in any order, as a test framework does: they share what a run shares, so that credentials are tried and tokens
/// fetched once.
/// </summary>
/// <threadsafety>Cases may be run at the same time. <see cref="EndAsync"/> is called when none runs any more.</threadsafety>
public sealed class TestSession : IAsyncDisposable
{
    private readonly RunContext context;
    private readonly IReadOnlyList<ProducerCall> producers;
    private readonly Dictionary<string, CasePlan> plans;
    private readonly Lazy<Task<PreflightResult>> preflight;
    private readonly CancellationTokenSource ending = new();
    private IReadOnlyList<LeftThing>? left;

    internal TestSession(RunContext context, GoldenTestSuite suite)
    {
        this.context = context;
        producers = suite.Producers;
        plans = CasePlans.Of(suite, context).ToDictionary(plan => plan.Test.Id, StringComparer.Ordinal);
        preflight = new(() => new Preflight(context).TryAsync(plans.Values.Where(plan => plan.Settled is null).Select(plan => plan.Test), ending.Token));
    }

    /// <summary>Runs a case.</summary>
    /// <param name="id">Its <see cref="GoldenTest.Id"/>.</param>
    /// <param name="cancellationToken">Stops the case.</param>
    /// <returns>What it gave, without secrets.</returns>
    /// <exception cref="ArgumentException">The suite has no such test.</exception>
    /// <exception cref="ObjectDisposedException">The session has ended.</exception>
    /// <exception cref="OperationCanceledException">The case was cancelled.</exception>
    public async Task<CaseResult> RunAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ObjectDisposedException.ThrowIf(left is not null, this);
        if (!plans.TryGetValue(id, out var plan)) throw new ArgumentException($"The suite has no test '{id}'.", nameof(id));
        if (plan.Settled is { } settled) return settled;
        var tried = await preflight.Value.WaitAsync(cancellationToken);
        return await new CaseRun(context, plan, tried).ExecuteAsync(cancellationToken);
    }

    /// <summary>Removes what the cases created, as the end of a run does. Later calls do nothing.</summary>
    /// <returns>What is left behind, and why.</returns>
    public async Task<IReadOnlyList<LeftThing>> EndAsync()
    {
        if (left is not null) return left;
        left = [];
        await ending.CancelAsync();
        (left, _) = await new CleanUp(context, producers).RunAsync();
        await context.Deliveries.DisposeAsync();
        ending.Dispose();
        return left;
    }

    /// <summary>As <see cref="EndAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await EndAsync();
}
