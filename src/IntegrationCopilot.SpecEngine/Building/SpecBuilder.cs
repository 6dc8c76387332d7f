namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds the model of a description from its raw tree.</summary>
internal sealed class SpecBuilder(SpecContext context)
{
    private readonly SecurityBuilder security = new(context);

    public ApiSpec Build()
    {
        var root = context.Documents.Entry.Root;
        var info = context.Object(root, "info"u8);
        IEditionParts parts = context.Edition == OpenApiEdition.V20 ? new OpenApi2Parts(context, root) : new OpenApi3Parts(context);
        var servers = parts.DocumentServers(root);
        var schemes = security.ReadDocument(parts.SecuritySchemes(root), root);
        var paths = new PathItemBuilder(context, parts, security, servers);
        var operations = Operations(paths, context.Object(root, "paths"u8));
        var webhooks = Webhooks(paths, root);
        parts.Complete();
        return new ApiSpec
        {
            Document = context.Documents.Entry,
            Documents = context.Documents,
            Edition = context.Edition,
            OpenApiVersion = OpenApiEditions.VersionField(root).GetScalarText()!,
            Title = SpecContext.Text(info, "title"u8) ?? "",
            Version = SpecContext.Text(info, "version"u8) ?? "",
            Description = SpecContext.Text(info, "description"u8),
            Servers = servers,
            Operations = operations,
            Webhooks = webhooks,
            SecuritySchemes = schemes,
            Groups = Groups(operations),
        };
    }

    private static List<ApiOperation> Operations(PathItemBuilder builder, RawNode paths)
    {
        var operations = new List<ApiOperation>(paths.Count);
        foreach (var member in paths.Children)
        {
            var path = member.Name;
            if (!path.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                builder.Read(member, new OperationPlace(OperationKind.Path, path, GroupNames.Of(path)), operations);
        }
        return operations;
    }

    /// <summary>Before 3.1 vendors wrote webhooks under an extension, and some write <c>webhooks</c> whatever the edition.</summary>
    private List<ApiOperation> Webhooks(PathItemBuilder builder, RawNode root)
    {
        List<ApiOperation> operations = [];
        foreach (var member in context.Object(root, "webhooks"u8).Children.Concat(context.Object(root, "x-webhooks"u8).Children))
            if (!PathItemBuilder.IsExtension(member))
                builder.Read(member, new OperationPlace(OperationKind.Webhook, member.Name, GroupNames.Webhooks), operations);
        return operations;
    }

    private static List<ApiGroup> Groups(List<ApiOperation> operations) =>
        [.. operations.GroupBy(o => o.Group, StringComparer.Ordinal).Select(g => new ApiGroup(g.Key, [.. g], []))];
}
