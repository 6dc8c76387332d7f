namespace IntegrationCopilot.MockGen;

/// <summary>Somebody who waits for a request.</summary>
/// <param name="isWanted">Whether it is the one.</param>
internal sealed class JournalWaiter(Func<MockExchange, bool> isWanted)
{
    private readonly TaskCompletionSource<MockExchange> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<MockExchange> Found => found.Task;

    public void Offer(MockExchange exchange)
    {
        try
        {
            if (isWanted(exchange)) found.TrySetResult(exchange);
        }
        catch (Exception fault)
        {
            // The condition is the caller's, and so is what it throws.
            found.TrySetException(fault);
        }
    }
}
