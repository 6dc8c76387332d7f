using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Gives up a fault that takes too long, so that one does not keep the others waiting.</summary>
internal static class FaultLimit
{
    /// <summary>What became of a fault: what trying it gave, or that it was given up.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="options">How long it may take.</param>
    /// <param name="work">Tries it; told to stop when the time is over, and not waited for if it does not.</param>
    /// <param name="cancellationToken">Gives up everything.</param>
    public static async Task<MutationResult> RunAsync(MockFault fault, MutationOptions options, Func<CancellationToken, Task<MutationResult>> work,
        CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.FaultTimeout, options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await Task.Run(() => work(both.Token), CancellationToken.None).WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return GivenUp(fault);
        }
    }

    private static MutationResult GivenUp(MockFault fault) => new()
    {
        Fault = fault.Id,
        Title = fault.Title,
        Rule = fault.Rule,
        IsApplicable = true,
        IsTimedOut = true,
        FoundBy = [],
        NoticedBy = [],
        SpoilsRun = false,
        Requests = 0,
    };
}
