using System.Net.Http;

namespace IntegrationCopilot.Validator;

/// <summary>An HTTP response as it was sent or received: plain data, independent of any HTTP stack.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RecordedResponse
{
    /// <summary>Status code, 100 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>Header fields in order; a name may occur more than once. Names compare ignoring case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body bytes after transfer coding; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Takes over a response of an <see cref="HttpClient"/>. Its content is buffered, so that it can still be read.</summary>
    /// <param name="response">The response.</param>
    /// <param name="cancellationToken">Stops reading the content.</param>
    /// <exception cref="HttpRequestException">The content cannot be read.</exception>
    public static async Task<RecordedResponse> FromAsync(HttpResponseMessage response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        return HeadOf(response) with { Body = await response.Content.ReadAsByteArrayAsync(cancellationToken) };
    }

    /// <summary>The response without its body.</summary>
    internal static RecordedResponse HeadOf(HttpResponseMessage response) =>
        new() { Status = (int)response.StatusCode, Headers = RecordedFields.Of(response.Headers, response.Content.Headers) };
}
