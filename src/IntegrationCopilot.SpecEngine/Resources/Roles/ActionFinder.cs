namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives resources what is done with one of their things: <c>/payments/{id}/capture</c>, <c>/things/{id}:cancel</c>.</summary>
internal sealed class ActionFinder(InferenceContext context)
{
    public void Assign(IReadOnlyDictionary<PathNode, ResourceDraft> items, IEnumerable<ResourceDraft> drafts)
    {
        HashSet<ApiOperation> taken = new(drafts.SelectMany(d => d.Operations), ReferenceEqualityComparer.Instance);
        foreach (var operation in context.Spec.Operations)
        {
            var node = context.Tree.Of(operation);
            if (node.IsParameter || taken.Contains(operation) || Owner(node, items) is not { } owner) continue;
            if (IsAction(operation, node)) owner.Actions.Add(operation);
        }
    }

    /// <summary>The thing above, with at most one word between: <c>/zones/{id}/cache/flush</c>.</summary>
    private static ResourceDraft? Owner(PathNode node, IReadOnlyDictionary<PathNode, ResourceDraft> items)
    {
        if (node.Parent is not { } above) return null;
        if (items.TryGetValue(above, out var owner)) return owner;
        return !above.IsParameter && above.ParameterChild is null && above.Parent is { } further && items.TryGetValue(further, out owner) ? owner : null;
    }

    /// <summary>What has paths beneath is a thing; what creates under a plural makes things of another kind.</summary>
    private bool IsAction(ApiOperation operation, PathNode node)
    {
        if (context.Does(operation, OperationEffect.Safe) || node.ParameterChild is { Operations.Count: > 0 }) return false;
        if (node.Segment.IsCall || PathVerb.Of(node, static _ => true) is not null) return true;
        if (!context.Does(operation, OperationEffect.Creates)) return true;
        return !node.Has("GET") && Words.Of(node.Segment.Text) is { Count: > 0 } words && !SingularForm.IsPlural(words[^1]);
    }
}
