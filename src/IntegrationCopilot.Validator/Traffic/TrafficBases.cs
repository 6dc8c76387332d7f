using System.Text.RegularExpressions;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The URLs that the paths of an API begin with: those of its servers, or one that is said.</summary>
internal sealed partial class TrafficBases
{
    private readonly List<Regex> bases;

    /// <param name="spec">The description.</param>
    /// <param name="baseUrl">The only base; null for the servers of the description.</param>
    public TrafficBases(ApiSpec spec, Uri? baseUrl)
    {
        IsGiven = baseUrl is not null;
        var urls = baseUrl is not null
            ? [baseUrl.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)]
            : spec.Servers.Concat(spec.Operations.SelectMany(operation => operation.Servers)).SelectMany(server => (string[])[server.Url, server.UrlTemplate]);
        bases = [.. urls.Distinct(StringComparer.Ordinal).Where(HasHost).OrderByDescending(url => url.Count(c => c == '/')).Select(Pattern)];
    }

    /// <summary>Whether somebody said which base it is.</summary>
    public bool IsGiven { get; }

    /// <summary>Whether any host is known.</summary>
    public bool IsAny => bases.Count > 0;

    /// <summary>Path and query behind the longest base that a URL begins with; null when it begins with none.</summary>
    /// <param name="url">An absolute URL.</param>
    public string? Behind(string url)
    {
        url = AnyScheme().Replace(url, "//");
        foreach (var pattern in bases)
        {
            if (pattern.Match(url) is not { Success: true } match) continue;
            var rest = url[match.Groups["base"].Length..];
            return rest.StartsWith('/') ? rest : "/" + rest;
        }

        return null;
    }

    /// <summary>The host of an absolute URL, with its port where that is written; null when it is none of HTTP or of web sockets.</summary>
    public static string? HostOf(string url)
    {
        if (AnyScheme().Match(url) is not { Success: true } scheme) return null;
        var host = url[scheme.Length..];
        var end = host.AsSpan().IndexOfAny('/', '?', '#');
        return (end < 0 ? host : host[..end]).ToLowerInvariant();
    }

    private static bool HasHost(string url) => AnyScheme().IsMatch(url) || url.StartsWith('{') || url.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Scheme and usual port do not tell servers apart; a variable stands for anything but a slash.</summary>
    private static Regex Pattern(string url)
    {
        var text = UsualPort().Replace(AnyScheme().Replace(url.Split('?', '#')[0].TrimEnd('/'), "//"), "");
        if (text.StartsWith('{')) text = "//" + VariableScheme().Replace(text, "");
        var slash = text.IndexOf('/', 2);
        var (host, path) = slash < 0 ? (text, "") : (text[..slash], text[slash..]);
        var pattern = $"^(?<base>(?i:{Escaped(host)})(?::80|:443)?{Escaped(path)})(?:[/?#]|$)";
        return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
    }

    private static string Escaped(string template) =>
        string.Concat(Variable().Split(template).Select((part, i) => i == 0 ? Regex.Escape(part) : "[^/?#]*" + Regex.Escape(part)));

    [GeneratedRegex("^(?:https?|wss?)://(?:[^/?#@]*@)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyScheme();

    [GeneratedRegex("^\\{[^{}]*\\}(?:://)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VariableScheme();

    [GeneratedRegex("(?<=^//[^/]*):(?:80|443)(?=/|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsualPort();

    [GeneratedRegex("\\{[^{}]*\\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
