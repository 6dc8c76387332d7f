namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds the servers of OpenAPI 3.x.</summary>
internal sealed class ServerBuilder(SpecContext context)
{
    /// <summary>The document's servers, or the one at <c>/</c> the standard supposes when there are none (OpenAPI 3.1.1, section 4.8.1).</summary>
    public IReadOnlyList<ApiServer> OfDocument(RawNode root) =>
        Servers(root) is { Count: > 0 } servers ? servers : [new ApiServer("/", "/", null, root.Location)];

    /// <summary>The servers of a path item or an operation; empty when it has none of its own.</summary>
    public IReadOnlyList<ApiServer> Servers(RawNode owner)
    {
        var list = context.List(owner, "servers"u8);
        if (list.Count == 0) return [];
        var servers = new List<ApiServer>(list.Count);
        foreach (var item in list.Children)
            if (Server(context.OfKind(item, RawKind.Object)) is { } server) servers.Add(server);
        return servers;
    }

    private ApiServer? Server(RawNode node)
    {
        var url = SpecContext.Text(node, "url"u8);
        return url is null
            ? null
            : new ApiServer(url, WithDefaults(url, context.Object(node, "variables"u8)), SpecContext.Text(node, "description"u8), node.Location);
    }

    private static string WithDefaults(string url, RawNode variables)
    {
        foreach (var variable in variables.Children)
            if (SpecContext.Text(variable, "default"u8) is { } value) url = url.Replace("{" + variable.Name + "}", value, StringComparison.Ordinal);
        return url;
    }
}
