using System.Net.Http;

namespace IntegrationCopilot.Validator;

/// <summary>An HTTP request as it was sent or received: plain data, independent of any HTTP stack.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RecordedRequest
{
    /// <summary>The method as written on the wire, for example <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Absolute URL, or path and query (starting with <c>/</c>) as received by a server; percent-encoding as on the wire.</summary>
    public required string Url { get; init; }

    /// <summary>Header fields in order; a name may occur more than once. Names compare ignoring case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body bytes after transfer coding; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Takes over a request of an <see cref="HttpClient"/>. Its content is buffered, so that it can still be sent and read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops reading the content.</param>
    /// <returns>The request, its URL as given: absolute, or relative to the client's base address.</returns>
    /// <exception cref="HttpRequestException">The content cannot be read.</exception>
    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            Method = request.Method.Method,
            Url = request.RequestUri?.OriginalString ?? "",
            Headers = RecordedFields.Of(request.Headers, request.Content?.Headers),
            Body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : default,
        };
    }
}
