using System.Net.Http;

namespace IntegrationCopilot.Validator;

/// <summary>Records each exchange that passes through an <see cref="HttpClient"/> as a <see cref="ApiTrace"/>.</summary>
/// <remarks>
/// Request and response bodies are held in memory for the length of the exchange. An event stream (<c>text/event-stream</c>) is handed on as it comes, and its
/// trace has no response body.
/// </remarks>
/// <threadsafety>Safe for use by several threads at once when the sink is.</threadsafety>
/// <param name="options">How to record.</param>
public sealed class TraceRecordingHandler(TraceRecordingOptions options) : DelegatingHandler
{
    private readonly TraceRecordingOptions options = options ?? throw new ArgumentNullException(nameof(options));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var draft = await BeginAsync(request, cancellationToken);
        var start = options.Clock.GetTimestamp();
        HttpResponseMessage? response = null;
        RecordedResponse received;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
            received = await ReceiveAsync(response, cancellationToken);
        }
        catch (Exception e)
        {
            response?.Dispose();
            await RecordAsync(draft with { Duration = options.Clock.GetElapsedTime(start), Exception = e });
            throw;
        }

        await RecordAsync(draft with { Duration = options.Clock.GetElapsedTime(start), Response = received });
        return response;
    }

    private async Task<TraceDraft> BeginAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new()
    {
        StartedAt = options.Clock.GetUtcNow(),
        Duration = TimeSpan.Zero,
        Environment = options.Environment,
        Origin = options.Origin,
        Partner = options.Partner,
        Operation = options.Operation?.Invoke(request),
        Request = await RecordedRequest.FromAsync(request, cancellationToken),
    };

    private static Task<RecordedResponse> ReceiveAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        IsEventStream(response) ? Task.FromResult(RecordedResponse.HeadOf(response)) : RecordedResponse.FromAsync(response, cancellationToken);

    private static bool IsEventStream(HttpResponseMessage response) =>
        string.Equals(response.Content.Headers.ContentType?.MediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase);

    /// <remarks>Not cancelled with the exchange: that it was cancelled is worth recording too.</remarks>
    private Task RecordAsync(TraceDraft draft) => options.OnTrace(options.Redactor.Record(draft.CheckedBy(options.Validator)), CancellationToken.None);
}
