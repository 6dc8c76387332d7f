using System.Net;

namespace IntegrationCopilot.Server.Platform.Outbound;

/// <summary>
/// Follows redirects of reads, a bounded number of them, each checked like the first address; credentials stay with the origin they were meant for. A test run
/// sees redirects instead: it judges the response itself.
/// </summary>
internal sealed class RedirectHandler(int maxRedirects, bool follows = true) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // HTTP/3 does not connect through the callback that checks addresses.
        if (request.Version.Major > 2) request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        var follow = follows && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head);
        var response = await SendOnceAsync(request, cancellationToken);
        for (var count = 0; follow && TargetOf(response) is { } target; count++)
        {
            response.Dispose();
            if (count == maxRedirects) throw new OutboundRefusedException($"More than {maxRedirects} redirects.");
            request = Next(request, target);
            response = await SendOnceAsync(request, cancellationToken);
        }

        return response;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequireHttp(request.RequestUri);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (UriFormatException)
        {
            // A host may be a part of a URI and yet have no form that can be looked up, such as one of invisible characters.
            throw new OutboundRefusedException("The address names no host that can be called.");
        }
    }

    private static Uri? TargetOf(HttpResponseMessage response)
    {
        var isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || response.Headers.Location is not { } location) return null;
        return Uri.TryCreate(response.RequestMessage!.RequestUri!, location, out var target)
            ? target
            : throw new OutboundRefusedException("The address redirects to one that is no address.");
    }

    private static HttpRequestMessage Next(HttpRequestMessage request, Uri target)
    {
        var isSameOrigin =
            Uri.Compare(request.RequestUri, target, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
        var next = new HttpRequestMessage(request.Method, target) { Version = request.Version, VersionPolicy = request.VersionPolicy };

        // Any header may carry a secret (X-API-Key); elsewhere only what asks for a format goes along.
        foreach (var (name, values) in request.Headers)
        {
            if (isSameOrigin || name.StartsWith("Accept", StringComparison.OrdinalIgnoreCase)) next.Headers.TryAddWithoutValidation(name, values);
        }

        return next;
    }

    private static void RequireHttp(Uri? uri)
    {
        if (uri is null || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw new OutboundRefusedException("Only http and https addresses can be called.");
    }
}
