namespace IntegrationCopilot.SpecEngine;

/// <summary>All paths of a description as a tree. Parameters are the same by place, whatever they are called.</summary>
internal sealed class PathTree
{
    private readonly Dictionary<ApiOperation, PathNode> places = new(ReferenceEqualityComparer.Instance);

    public PathTree(IReadOnlyList<ApiOperation> operations)
    {
        Dictionary<string, PathNode> known = new(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            if (!known.TryGetValue(operation.Path, out var node)) known[operation.Path] = node = Place(operation.Path);
            node.Operations.Add(operation);
            places[operation] = node;
        }
    }

    public PathNode Root { get; } = new(null, new PathSegment("", "", [], IsCall: false));

    /// <summary>Every node, a parent before its children, in order of first appearance.</summary>
    public List<PathNode> Nodes { get; } = [];

    public PathNode Of(ApiOperation operation) => places[operation];

    private PathNode Place(string path)
    {
        var node = Root;
        foreach (var segment in PathSteps.Of(path))
        {
            var count = node.Children.Count;
            var next = node.Step(segment);
            if (node.Children.Count > count) Nodes.Add(next);
            node = next;
        }
        return node;
    }
}
