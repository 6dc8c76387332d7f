namespace IntegrationCopilot.TestKit;

/// <summary>Addresses that are sent exactly as they are spelled.</summary>
internal static class WireUri
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The address. It is an ordinary one wherever that keeps the spelling: hosts in memory cannot take the others apart.</summary>
    /// <param name="url">Absolute.</param>
    /// <exception cref="UriFormatException">It is not an absolute URL.</exception>
    public static Uri Of(string url)
    {
        var ordinary = new Uri(url, UriKind.Absolute);
        return Target(url).SequenceEqual(ordinary.PathAndQuery) ? ordinary : new Uri(url, AsWritten);
    }

    /// <summary>What stands behind the authority, as it is sent.</summary>
    private static ReadOnlySpan<char> Target(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var start = url.AsSpan(authority).IndexOfAny('/', '?');
        return start < 0 ? "/" : url.AsSpan(authority + start);
    }
}
