using System.IO;
using System.Net.Http;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Reads an answer to its last byte, within a bound. An event stream has no last byte and is not read; of other streams the beginning is.</summary>
/// <param name="maxBytes">The bound.</param>
/// <param name="clock">Where the time comes from.</param>
internal sealed class ResponseReader(int maxBytes, TimeProvider clock)
{
    private const string EventStream = "text/event-stream";

    /// <summary>A stream that says nothing for so long is taken as it is by then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="response">The answer, of which the headers are there.</param>
    /// <param name="operation">The operation it answers; null when it is not known.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="HttpRequestException">The answer is larger than the bound, or broke off.</exception>
    public async Task<RecordedResponse> ReadAsync(HttpResponseMessage response, ApiOperation? operation, CancellationToken cancellationToken) => new()
    {
        Status = (int)response.StatusCode,
        Headers = [.. MessageFields.Of(response.Headers), .. MessageFields.Of(response.Content.Headers)],
        Body = await BodyAsync(response, operation, cancellationToken),
    };

    private async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, ApiOperation? operation, CancellationToken cancellationToken)
    {
        if (string.Equals(response.Content.Headers.ContentType?.MediaType, EventStream, StringComparison.OrdinalIgnoreCase)) return default;
        if (operation?.FindResponse((int)response.StatusCode)?.Content.Any(media => media.IsStream) == true) return await BeginningAsync(
            response, cancellationToken);
        await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    /// <summary>What a stream says until it ends, falls silent or reaches the bound; the values come line by line, and one that was cut is left out.</summary>
    private async Task<ReadOnlyMemory<byte>> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length < maxBytes)
        {
            if (await NextAsync(stream, buffer, cancellationToken) is not { } count) break;
            if (count == 0) return body.ToArray();
            body.Write(buffer, 0, count);
        }

        var read = body.ToArray();
        return read.AsMemory(0, Array.LastIndexOf(read, (byte)'\n') + 1);
    }

    /// <returns>How many bytes came; null when none did for long.</returns>
    private async Task<int?> NextAsync(Stream stream, byte[] buffer, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await stream.ReadAsync(buffer, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
