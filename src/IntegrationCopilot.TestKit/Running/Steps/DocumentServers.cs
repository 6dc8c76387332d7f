using System.Text.RegularExpressions;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds out whether an address is one of a server that the document names: then it means the one that is tested.</summary>
internal static partial class DocumentServers
{
    /// <summary>The same address at the base URL; null when it begins as no server of the document does.</summary>
    /// <param name="link">An absolute address.</param>
    /// <param name="servers">The servers of the document and of the operation.</param>
    /// <param name="baseUrl">The base URL in use.</param>
    public static string? Map(Uri link, IEnumerable<ApiServer> servers, Uri baseUrl)
    {
        var text = link.GetLeftPart(UriPartial.Path);
        foreach (var server in servers.Select(server => server.UrlTemplate.Split('?', '#')[0].TrimEnd('/'))
            .Where(url => url.Contains("://", StringComparison.Ordinal)).OrderByDescending(url => url.Length))
        {
            if (PathBehind(server, text) is { } path) return $"{baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}{path}{link.Query}";
        }

        return null;
    }

    /// <summary>What follows the server in an address; a variable of the server stands for anything but a slash.</summary>
    private static string? PathBehind(string server, string address)
    {
        var pattern = string.Concat(Parts().Split(server).Select(part => part.StartsWith('{') ? "[^/]*" : Regex.Escape(part)));
        var match = Regex.Match(address, $"^{pattern}(?<path>/.*)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        return match.Success ? match.Groups["path"].Value : null;
    }

    [GeneratedRegex(@"(?<variable>\{[^}]*\})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
