namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds the operations of path items, wherever those stand.</summary>
internal sealed class PathItemBuilder(SpecContext context, IEditionParts parts, SecurityBuilder security, IReadOnlyList<ApiServer> documentServers)
{
    /// <summary>Adds the operations of one path item.</summary>
    /// <param name="member">The member whose name is the path, webhook name or runtime expression.</param>
    /// <param name="place">What its operations have in common.</param>
    /// <param name="operations">Where to.</param>
    public void Read(RawNode member, OperationPlace place, List<ApiOperation> operations)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var item = context.OfKind(member, RawKind.Object);
        if (!item.IsDefined) return;
        var inherited = new InheritedParts(item, parts.Parameters(item), parts.Servers(item) is { Count: > 0 } own ? own : documentServers);
        ReadMethods(item, place, inherited, operations);
        if (item != member && member.Count > 1) ReadBesideReference(member, item, place, inherited, operations);
        if (context.Edition == OpenApiEdition.V32)
            foreach (var operation in context.Object(item, "additionalOperations"u8).Children)
                Add(operation.Name, operation, place, inherited, operations);
    }

    /// <summary>
    /// Fields beside a path item's reference count where the target does not have them; the standard leaves it open (OpenAPI 3.1.1, section 4.8.9).
    /// </summary>
    private void ReadBesideReference(RawNode member, RawNode item, OperationPlace place, InheritedParts inherited, List<ApiOperation> operations)
    {
        foreach (var field in member.Children)
            if (HttpMethods.Of(field, context.Edition) is { } method && !item.FindMember(field.NameBytes).IsDefined)
                Add(method, field, place, inherited, operations);
    }

    private void ReadMethods(RawNode item, OperationPlace place, InheritedParts inherited, List<ApiOperation> operations)
    {
        foreach (var member in item.Children)
            if (HttpMethods.Of(member, context.Edition) is { } method) Add(method, member, place, inherited, operations);
    }

    private void Add(string method, RawNode member, OperationPlace place, InheritedParts inherited, List<ApiOperation> operations)
    {
        var node = context.OfKind(member, RawKind.Object);
        if (node.IsDefined) operations.Add(Build(method, node, place, inherited));
    }

    private ApiOperation Build(string method, RawNode node, OperationPlace place, InheritedParts inherited) => new()
    {
        Kind = place.Kind,
        Method = method,
        Path = place.Path,
        Group = place.Group,
        Node = node,
        OperationId = SpecContext.Text(node, "operationId"u8),
        Summary = SpecContext.Text(node, "summary"u8),
        Description = SpecContext.Text(node, "description"u8),
        Tags = Tags(node),
        Deprecated = SpecContext.Flag(node, "deprecated"u8),
        Parameters = Merge(inherited.Parameters, parts.Parameters(node)),
        RequestBody = parts.RequestBody(inherited.Item, node),
        Responses = parts.Responses(node),
        Security = security.OfOperation(node, place.Kind),
        Servers = parts.Servers(node) is { Count: > 0 } own ? own : inherited.Servers,
        Callbacks = Callbacks(node, place),
    };

    /// <summary>Callbacks of callbacks are left out: they can lead back to where they began.</summary>
    private IReadOnlyList<ApiOperation> Callbacks(RawNode operation, OperationPlace place)
    {
        if (place.Kind == OperationKind.Callback) return [];
        List<ApiOperation>? operations = null;
        foreach (var callback in context.Object(operation, "callbacks"u8).Children)
            foreach (var expression in context.OfKind(callback, RawKind.Object).Children)
                if (!IsExtension(expression))
                    Read(expression, new OperationPlace(OperationKind.Callback, expression.Name, place.Group), operations ??= []);
        return operations ?? (IReadOnlyList<ApiOperation>)[];
    }

    private IReadOnlyList<string> Tags(RawNode operation)
    {
        var list = context.List(operation, "tags"u8);
        if (list.Count == 0) return [];
        var tags = new List<string>(list.Count);
        foreach (var item in list.Children)
            if (item.GetScalarText() is { } tag) tags.Add(tag);
        return tags;
    }

    /// <summary>Path-level parameters first; an own one takes the place of the inherited one of the same name and place.</summary>
    private static IReadOnlyList<ApiParameter> Merge(IReadOnlyList<ApiParameter> inherited, IReadOnlyList<ApiParameter> own)
    {
        if (inherited.Count == 0) return own;
        if (own.Count == 0) return inherited;
        var merged = new List<ApiParameter>(inherited.Count + own.Count);
        var places = new Dictionary<(string, ParameterPlace), int>(inherited.Count + own.Count);
        foreach (var parameter in inherited.Concat(own))
        {
            if (places.TryAdd((parameter.Name, parameter.Place), merged.Count)) merged.Add(parameter);
            else merged[places[(parameter.Name, parameter.Place)]] = parameter;
        }
        return merged;
    }

    public static bool IsExtension(RawNode member) => member.NameBytes is [(byte)'x' or (byte)'X', (byte)'-', ..];

    private sealed record InheritedParts(RawNode Item, IReadOnlyList<ApiParameter> Parameters, IReadOnlyList<ApiServer> Servers);
}

/// <summary>What the operations of one path item have in common.</summary>
/// <param name="Kind">Where the path item stands.</param>
/// <param name="Path">Path, webhook name or runtime expression.</param>
/// <param name="Group">Name of the group.</param>
internal readonly record struct OperationPlace(OperationKind Kind, string Path, string Group);
