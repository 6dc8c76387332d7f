namespace IntegrationCopilot.Validator;

/// <summary>Path, query and fragment of an absolute URL or of a path with a query, as they are written.</summary>
internal readonly ref struct UrlParts
{
    public UrlParts(ReadOnlySpan<char> url)
    {
        url = WithoutAuthority(url);
        if (url.IndexOf('#') is >= 0 and var hash)
        {
            Fragment = url[(hash + 1)..];
            url = url[..hash];
        }
        var mark = url.IndexOf('?');
        Path = mark < 0 ? url : url[..mark];
        Query = mark < 0 ? [] : url[(mark + 1)..];
        if (Path.IsEmpty) Path = "/";
    }

    /// <summary>Starts with <c>/</c> unless the URL was relative.</summary>
    public ReadOnlySpan<char> Path { get; }

    /// <summary>Without the question mark.</summary>
    public ReadOnlySpan<char> Query { get; }

    /// <summary>Without the hash; never part of a real request, but kept in descriptions that tell operations apart by it.</summary>
    public ReadOnlySpan<char> Fragment { get; }

    private static ReadOnlySpan<char> WithoutAuthority(ReadOnlySpan<char> url)
    {
        if (url.StartsWith('/') && !url.StartsWith("//")) return url;
        var scheme = url.IndexOf("//", StringComparison.Ordinal);
        if (scheme < 0 || (scheme > 0 && url[scheme - 1] != ':')) return url;
        var rest = url[(scheme + 2)..];
        var end = rest.IndexOfAny('/', '?', '#');
        return end < 0 ? [] : rest[end..];
    }
}
