namespace IntegrationCopilot.Server.Platform.Outbound;

/// <summary>Ends a response that is larger than allowed, counted after decompression and while it arrives.</summary>
internal sealed class SizeLimitHandler(long maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var limited = new StreamContent(new CappedStream(body, maxBytes));
        foreach (var (name, values) in response.Content.Headers) limited.Headers.TryAddWithoutValidation(name, values);
        response.Content = limited;
        return response;
    }
}
