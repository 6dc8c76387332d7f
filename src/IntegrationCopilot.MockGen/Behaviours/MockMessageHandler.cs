using System.Globalization;
using System.Net;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A mock behind an <see cref="HttpClient"/>, without a port.</summary>
internal sealed class MockMessageHandler(MockEngine engine) : HttpMessageHandler
{
    private static readonly string[] ContentFields =
    [
        "Content-Type", "Content-Language", "Content-Encoding", "Content-Location", "Content-Disposition", "Content-Range", "Content-MD5", "Content-Length",
        "Allow", "Expires", "Last-Modified",
    ];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var message = ToRecord(request, body.Length > engine.Options.MaxBodyBytes ? [] : body);
        var received = body.Length > engine.Options.MaxBodyBytes
            ? engine.Refused(message, ReadingRefusals.TooLarge(engine.Options), cancellationToken)
            : engine.Receive(message, MockCaller.InProcess, cancellationToken);
        var reply = await engine.AnswerAsync(received);
        // A connection that breaks is, in process, an answer that never arrives.
        if (reply.BreakAfterBytes is { } sent && (sent == 0 || sent < reply.Body.Length))
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The mock broke the connection, as it was set to.");
        return ToResponse(request, reply);
    }

    private static RecordedRequest ToRecord(HttpRequestMessage request, byte[] body)
    {
        var url = request.RequestUri is { IsAbsoluteUri: true } uri ? uri.PathAndQuery : request.RequestUri?.OriginalString ?? "/";
        var headers = new List<KeyValuePair<string, string>>();
        if (request.Headers.Host is null && request.RequestUri is { IsAbsoluteUri: true }) headers.Add(new("Host", request.RequestUri.Authority));
        foreach (var (name, values) in request.Headers.NonValidated) headers.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        if (request.Content is null) return new RecordedRequest { Method = request.Method.Method, Url = url, Headers = headers };
        foreach (var (name, values) in request.Content.Headers.NonValidated) headers.AddRange(values.Select(value => KeyValuePair.Create(name, value)));
        if (request.Content.Headers.ContentLength is null) headers.Add(new("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)));
        return new RecordedRequest { Method = request.Method.Method, Url = url, Headers = headers, Body = body };
    }

    private static HttpResponseMessage ToResponse(HttpRequestMessage request, MockReply reply)
    {
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { RequestMessage = request };
        var isSent = reply.IsBodySent(request.Method.Method);
        response.Content = new ReadOnlyMemoryContent(isSent ? reply.Body : default);
        if (request.Method == HttpMethod.Head && !MockReply.IsBodiless(reply.Status)) response.Content.Headers.ContentLength = reply.Body.Length;
        foreach (var (name, value) in reply.Headers)
        {
            if (ContentFields.Contains(name, StringComparer.OrdinalIgnoreCase)) response.Content.Headers.TryAddWithoutValidation(name, value);
            else response.Headers.TryAddWithoutValidation(name, value);
        }
        return response;
    }
}
