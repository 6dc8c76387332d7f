namespace IntegrationCopilot.TestKit;

/// <summary>Receives the webhooks and callbacks that an API sends while it is tested.</summary>
/// <remarks>
/// <see cref="LocalDeliveryInbox"/> listens on this machine. A host that can be reached from elsewhere brings its own. What is received is taken: the sender is
/// answered with a success at once, so that it does not try again.
/// </remarks>
/// <threadsafety>Implementations are used by several threads at once.</threadsafety>
public interface IDeliveryInbox : IAsyncDisposable
{
    /// <summary>
    /// The address to give to the API: an absolute http or https URL without query or fragment. Whatever is sent to it, or to a path beneath it, is received.
    /// </summary>
    Uri Address { get; }

    /// <summary>Waits for the next delivery. Each is given out once, in the order of their arrival.</summary>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="OperationCanceledException">None came until it was cancelled.</exception>
    Task<ReceivedDelivery> ReceiveAsync(CancellationToken cancellationToken);
}
