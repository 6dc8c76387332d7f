namespace IntegrationCopilot.Validator;

/// <summary>Replaces the secrets in header fields and URLs.</summary>
internal static class HeaderScrubber
{
    private static readonly string[] UrlHeaders = ["location", "referer", "content-location", "refresh", "link"];

    public static IReadOnlyList<KeyValuePair<string, string>> Scrub(IReadOnlyList<KeyValuePair<string, string>> headers, Redaction redaction) =>
        [.. headers.Select(header => KeyValuePair.Create(header.Key, Scrub(header.Key, header.Value, redaction)))];

    public static string ScrubUrl(string url, Redaction redaction)
    {
        var fragmentAt = url.IndexOf('#', StringComparison.Ordinal);
        var fragment = fragmentAt < 0 ? "" : url[(fragmentAt + 1)..];
        var beforeFragment = fragmentAt < 0 ? url : url[..fragmentAt];
        var queryAt = beforeFragment.IndexOf('?', StringComparison.Ordinal);
        var scrubbed = redaction.Text(queryAt < 0 ? beforeFragment : beforeFragment[..queryAt]);
        if (queryAt >= 0) scrubbed += "?" + PairScrubber.Scrub(beforeFragment[(queryAt + 1)..], redaction.Rules.QueryNames, redaction);
        return fragmentAt < 0 ? scrubbed : scrubbed + "#" + PairScrubber.Scrub(fragment, redaction.Rules.QueryNames, redaction);
    }

    private static string Scrub(string name, string value, Redaction redaction)
    {
        if (name.Equals("cookie", StringComparison.OrdinalIgnoreCase))
            return string.Join(';', value.Split(';').Select(cookie => ScrubCookie(cookie, redaction)));
        if (name.Equals("set-cookie", StringComparison.OrdinalIgnoreCase)) return ScrubSetCookie(value, redaction);
        if (name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase)) return ScrubAuthorization(value, redaction);
        if (redaction.Rules.HeaderNames.Contains(name)) return redaction.Masked(value);
        return UrlHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) ? ScrubUrl(value, redaction) : redaction.Text(value);
    }

    private static string ScrubCookie(string cookie, Redaction redaction)
    {
        var equals = cookie.IndexOf('=', StringComparison.Ordinal);
        return string.Concat(cookie.AsSpan(0, equals + 1), redaction.Masked(cookie.AsSpan(equals + 1)));
    }

    private static string ScrubSetCookie(string value, Redaction redaction)
    {
        var end = value.IndexOf(';', StringComparison.Ordinal);
        return end < 0 ? ScrubCookie(value, redaction) : ScrubCookie(value[..end], redaction) + value[end..];
    }

    /// <summary>Keeps the scheme (RFC 9110, section 11.6.2), which tells a reader what kind of credentials were sent.</summary>
    private static string ScrubAuthorization(string value, Redaction redaction)
    {
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return string.Concat(value.AsSpan(0, space + 1), redaction.Masked(value.AsSpan(space + 1)));
    }
}
