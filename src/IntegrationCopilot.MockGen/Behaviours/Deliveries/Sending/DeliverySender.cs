using System.Net.Http.Headers;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes one attempt to deliver.</summary>
internal sealed class DeliverySender(HttpMessageInvoker invoker, TimeProvider clock, TimeSpan timeout)
{
    private const int MaxErrorLength = 300;

    /// <exception cref="OperationCanceledException">The mock is being stopped.</exception>
    public async Task<DeliveryAttempt> SendAsync(Uri address, string method, DeliveryMessage message, CancellationToken stopped)
    {
        var began = clock.GetUtcNow();
        using var patience = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopped);
        try
        {
            using var request = ToRequest(address, method, message);
            using var response = await invoker.SendAsync(request, either.Token);
            return new DeliveryAttempt(began, message.Headers, message.Body, (int)response.StatusCode, null);
        }
        catch (Exception fault) when (!stopped.IsCancellationRequested)
        {
            // The invoker is the host's: whatever it refuses an address with is the outcome of the attempt.
            var error = patience.IsCancellationRequested ? $"There was no answer within {timeout.TotalSeconds:0.#} seconds."
                : $"{fault.GetType().Name}: {fault.Message}";
            return new DeliveryAttempt(began, message.Headers, message.Body, null, error.Length > MaxErrorLength ? error[..MaxErrorLength] : error);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // An attempt that fails while the mock is being stopped has no outcome.
            throw new OperationCanceledException("The mock is being stopped.", fault, stopped);
        }
    }

    private static HttpRequestMessage ToRequest(Uri address, string method, DeliveryMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (message.ContentType is not null)
        {
            request.Content = new ReadOnlyMemoryContent(message.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(message.ContentType, out var type) ? type : null;
        }
        foreach (var (name, value) in message.Headers)
            if (!name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
