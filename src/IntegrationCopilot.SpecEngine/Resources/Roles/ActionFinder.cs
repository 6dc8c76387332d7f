namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives resources what is done beneath their things: <c>/payments/{id}/capture</c>, <c>/things/{id}:cancel</c>, <c>/things:batchDelete</c>.</summary>
internal sealed class ActionFinder(InferenceContext context)
{
    public void Assign(IReadOnlyDictionary<PathNode, ResourceDraft> items, IReadOnlyDictionary<PathNode, ResourceDraft> collections)
    {
        HashSet<ApiOperation> taken = new(items.Values.SelectMany(d => d.Operations).Concat(collections.Values.SelectMany(d => d.Operations)), ReferenceEqualityComparer.Instance);
        foreach (var operation in context.Spec.Operations)
        {
            if (taken.Contains(operation) || context.Does(operation, OperationEffect.Safe)) continue;
            if (Owner(context.Tree.Of(operation), items, collections) is not { } owner) continue;
            owner.Actions.Add(operation);
        }
    }

    /// <summary>The item nearest above; for a call on a collection, that collection.</summary>
    private static ResourceDraft? Owner(PathNode node, IReadOnlyDictionary<PathNode, ResourceDraft> items, IReadOnlyDictionary<PathNode, ResourceDraft> collections)
    {
        if (node.Parent is { } collection && collections.TryGetValue(collection, out var bulk) && !node.IsParameter) return bulk;
        if (collections.TryGetValue(node, out var own)) return own;
        for (var above = node.Parent; above is not null; above = above.Parent)
            if (items.TryGetValue(above, out var owner)) return owner;
        return null;
    }
}
