using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>Requests and headers of ASP.NET Core as plain data.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class RecordedMessages
{
    private const int MostInMemory = 64 * 1024;
    private const int ReadAtOnce = 16 * 1024;

    /// <summary>Takes over a request. Its body is read and put back, so that the application can still read it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Bytes of the body that are read at most.</param>
    /// <param name="cancellationToken">Stops reading the body.</param>
    /// <returns>The request; null when its body is longer than <paramref name="maxBytes"/>, and then it is left as it was.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is not positive.</exception>
    /// <exception cref="BadHttpRequestException">The body does not come as HTTP has it.</exception>
    public static async Task<RecordedRequest?> ToRecordedAsync(this HttpRequest request, int maxBytes = TraceRedactor.MaxInspectedBytes,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        if (request.ContentLength > maxBytes) return null;
        request.EnableBuffering(Math.Min(maxBytes, MostInMemory));
        var body = await BodyAsync(request.Body, maxBytes, cancellationToken);
        request.Body.Position = 0;
        return body is null ? null : new() { Method = request.Method, Url = request.RecordedUrl(), Headers = request.Headers.ToRecorded(), Body = body };
    }

    /// <summary>Header fields in order, each value by itself.</summary>
    /// <param name="headers">The fields.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> ToRecorded(this IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var recorded = new List<KeyValuePair<string, string>>(headers.Count);
        foreach (var (name, values) in headers)
            foreach (var value in values) recorded.Add(new(name, value ?? ""));
        return recorded;
    }

    /// <summary>Path and query as on the wire; rebuilt for servers that do not give it.</summary>
    internal static string RecordedUrl(this HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] target ? target : request.GetEncodedPathAndQuery();

    /// <summary>The body; null when it is too long.</summary>
    private static async Task<byte[]?> BodyAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        try
        {
            while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if (content.Length + read > maxBytes) return null;
                content.Write(buffer.AsSpan(0, read));
            }

            return content.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
