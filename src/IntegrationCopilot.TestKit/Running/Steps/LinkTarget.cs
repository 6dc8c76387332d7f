namespace IntegrationCopilot.TestKit;

/// <summary>Where a link of an answer leads. Credentials go to the tested server only.</summary>
/// <param name="Url">Absolute, spelled as it is sent; null when it is not followed.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
/// <param name="Stop">Why it is not followed although it may be right; null when it is.</param>
internal readonly record struct LinkTarget(string? Url, string? Problem, string? Stop)
{
    /// <summary>Where it leads.</summary>
    /// <param name="what">What the link is, for people.</param>
    /// <param name="link">The link.</param>
    /// <param name="request">The request whose answer has it.</param>
    /// <param name="context">The run.</param>
    /// <remarks>The links of our mock come from the document's examples and name the vendor's host.</remarks>
    public static LinkTarget Of(string what, string link, ReadyRequest request, RunContext context)
    {
        if (!Uri.TryCreate(new Uri(request.Url), link, out var url) || url.Scheme is not ("http" or "https"))
            return new(null, $"{what}, '{link}', is not a URL", null);
        var origin = context.Target.BaseUrl.GetLeftPart(UriPartial.Authority);
        if (url.GetLeftPart(UriPartial.Authority) == origin) return To(origin + url.PathAndQuery);
        if (IsAllowed(url, context)) return To(url.GetLeftPart(UriPartial.Authority) + url.PathAndQuery);
        if (DocumentServers.Map(url, [.. context.Spec.Servers, .. request.Operation?.Servers ?? []], context.Target.BaseUrl) is { } mapped) return To(mapped);
        if (context.IsMock) return To(origin + url.PathAndQuery);
        return new(null, null, $"{what} leads to {url.GetLeftPart(UriPartial.Authority)}, not to {origin}; "
            + $"credentials are not sent to other servers unless they are allowed: --host {url.Authority}");
    }

    private static LinkTarget To(string url) => new(url, null, null);

    private static bool IsAllowed(Uri url, RunContext context) => context.Options.AllowedHosts.Any(host =>
        host.Equals(url.Host, StringComparison.OrdinalIgnoreCase) || host.Equals(url.Authority, StringComparison.OrdinalIgnoreCase));
}
