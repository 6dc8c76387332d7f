using System.Net.Http;
using System.Net.Http.Headers;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Reads an answer to its last byte, within a bound. An event stream has no last byte and is not read.</summary>
internal static class ResponseReader
{
    private const string EventStream = "text/event-stream";

    /// <exception cref="HttpRequestException">The answer is larger than the bound, or broke off.</exception>
    public static async Task<RecordedResponse> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken cancellationToken)
    {
        var isEndless = string.Equals(response.Content.Headers.ContentType?.MediaType, EventStream, StringComparison.OrdinalIgnoreCase);
        if (!isEndless) await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
        return new()
        {
            Status = (int)response.StatusCode,
            Headers = [.. Fields(response.Headers), .. Fields(response.Content.Headers)],
            Body = isEndless ? default : await response.Content.ReadAsByteArrayAsync(cancellationToken),
        };
    }

    public static IEnumerable<KeyValuePair<string, string>> Fields(HttpHeaders headers) =>
        from header in headers.NonValidated from value in header.Value select KeyValuePair.Create(header.Key, value);
}
