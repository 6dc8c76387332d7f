namespace IntegrationCopilot.SpecEngine;

/// <summary>Makes servers from the schemes, host and base path of OpenAPI 2.0 (section 5.2.1).</summary>
internal sealed class OpenApi2Servers(SpecContext context, RawNode root)
{
    private readonly RawNode host = root.FindMember("host"u8);
    private readonly string basePath = BasePath(SpecContext.Text(root, "basePath"u8));

    /// <summary>The servers by the schemes of the document or of one operation, in their order.</summary>
    public IReadOnlyList<ApiServer> Of(RawNode owner)
    {
        if (host.GetString()?.Trim() is not { Length: > 0 } name)
            return [Server(basePath, root.FindMember("basePath"u8) is { IsDefined: true } at ? at : root)];
        List<string> schemes = [.. context.List(owner, "schemes"u8).Children.Select(s => s.GetString()).OfType<string>().Where(s => s.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (schemes.Count == 0) schemes.Add(SchemeOfDocument());
        return [.. schemes.Select(scheme => Server($"{scheme.ToLowerInvariant()}://{name}{basePath}", host))];
    }

    /// <summary>Without schemes it is the one the document was got with (section 5.2.1); for a file the only safe guess.</summary>
    private string SchemeOfDocument() => root.Document!.Name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http" : "https";

    /// <summary>The standard asks for a leading slash, which many leave out; a last one would double those of the paths.</summary>
    private static string BasePath(string? written)
    {
        var path = (written ?? "").Trim().Trim('/');
        return path.Length == 0 ? "" : "/" + path;
    }

    private static ApiServer Server(string url, RawNode at) => new(url.Length == 0 ? "/" : url, url.Length == 0 ? "/" : url, null, at.Location);
}
