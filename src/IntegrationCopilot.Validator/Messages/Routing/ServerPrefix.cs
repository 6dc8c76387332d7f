using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The base path of a server, for example <c>/v1</c>; variables within it match any segment.</summary>
internal sealed class ServerPrefix
{
    private ServerPrefix(string path, IReadOnlyList<TemplateSegment> segments)
    {
        Path = path;
        Segments = segments;
    }

    public string Path { get; }

    public IReadOnlyList<TemplateSegment> Segments { get; }

    /// <summary>Whether it begins with any segment.</summary>
    public bool IsOpen => Segments[0].IsParameter;

    /// <summary>Base paths of a server: with its variables' defaults and, when the path holds variables, with any value.</summary>
    /// <returns>None when the server has no base path.</returns>
    public static IEnumerable<ServerPrefix> Of(ApiServer server)
    {
        if (Parse(server.Url) is { } fixedPrefix) yield return fixedPrefix;
        if (server.UrlTemplate != server.Url && Parse(server.UrlTemplate) is { } openPrefix) yield return openPrefix;
    }

    private static ServerPrefix? Parse(string url)
    {
        var path = new UrlParts(url).Path.ToString().Trim('/');
        // A template that starts with a variable hides where its path begins.
        if (path.Length == 0 || path == "." || path.Contains("://", StringComparison.Ordinal)) return null;
        if (url.StartsWith('{') && path.StartsWith('{')) return null;
        var template = PathTemplate.Parse("/" + path);
        return template.Segments.Count == 0 || template.RestName is not null ? null : new ServerPrefix(path, template.Segments);
    }
}
