using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationCopilot.MockGen;

/// <summary>Tells which part of a URL is a mock's own, and puts the rest back in front of the links it answers with.</summary>
internal static class MappedUrl
{
    private static readonly string[] LinkFields = ["Location", "Content-Location"];

    /// <summary>The path a mock lies under: that of the application with that of the mock.</summary>
    public static string BaseOf(HttpContext context, string prefix) =>
        context.Request.PathBase.HasValue ? context.Request.PathBase.ToUriComponent() + prefix : prefix;

    /// <summary>Path and query without the base, as on the wire.</summary>
    public static string Of(HttpContext context, string pathBase)
    {
        var url = WithoutAuthority(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        // Some hosts do not keep the target as it was sent.
        if (url.Length == 0) url = context.Request.PathBase.Add(context.Request.Path).ToUriComponent() + context.Request.QueryString.ToUriComponent();
        if (pathBase.Length > 0 && url.StartsWith(pathBase, StringComparison.OrdinalIgnoreCase)) url = url[pathBase.Length..];
        else if (pathBase.Length > 0) url = DecodedRest(context, pathBase);
        return url.StartsWith('/') || url == "*" ? url : $"/{url}";
    }

    /// <summary>An answer whose links name paths under the base.</summary>
    public static MockReply WithBase(MockReply reply, string pathBase) =>
        pathBase.Length == 0 ? reply : reply with { Headers = [.. reply.Headers.Select(h => KeyValuePair.Create(h.Key, Based(h.Key, h.Value, pathBase)))] };

    private static string Based(string name, string value, string pathBase)
    {
        if (LinkFields.Contains(name, StringComparer.OrdinalIgnoreCase)) return IsPath(value) ? pathBase + value : value;
        return name.Equals("Link", StringComparison.OrdinalIgnoreCase) ? value.Replace("</", $"<{pathBase}/", StringComparison.Ordinal) : value;
    }

    private static bool IsPath(string value) => value.StartsWith('/') && !value.StartsWith("//", StringComparison.Ordinal);

    /// <summary>A target in absolute form (RFC 9112, section 3.2.2) as path and query.</summary>
    private static string WithoutAuthority(string target)
    {
        if (target.StartsWith('/') || !target.Contains("://", StringComparison.Ordinal)) return target;
        var path = target.IndexOf('/', target.IndexOf("://", StringComparison.Ordinal) + 3);
        return path < 0 ? "/" : target[path..];
    }

    /// <summary>The rest of a path whose base was sent in another spelling, such as percent-encoded.</summary>
    private static string DecodedRest(HttpContext context, string pathBase)
    {
        var own = pathBase[context.Request.PathBase.ToUriComponent().Length..];
        var path = context.Request.Path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase, out var rest) ? rest : context.Request.Path;
        return path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
    }
}
