namespace IntegrationCopilot.SpecEngine;

/// <summary>A place in the tree of all paths: its step, what lies beneath, and the operations that end here.</summary>
internal sealed class PathNode(PathNode? parent, PathSegment segment)
{
    private readonly Dictionary<string, PathNode> children = new(StringComparer.Ordinal);

    public PathNode? Parent { get; } = parent;

    public PathSegment Segment { get; } = segment;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>In order of first appearance.</summary>
    public List<PathNode> Children { get; } = [];

    public List<ApiOperation> Operations { get; } = [];

    /// <summary>The path as its first operation writes it; null where no operation ends.</summary>
    public string? Path => Operations.Count > 0 ? Operations[0].Path : null;

    public bool IsParameter => Segment.IsParameter;

    /// <summary>The first child that is a parameter; null when there is none.</summary>
    public PathNode? ParameterChild { get; private set; }

    public PathNode Step(PathSegment segment)
    {
        if (children.TryGetValue(segment.Key, out var child)) return child;
        children[segment.Key] = child = new PathNode(this, segment);
        Children.Add(child);
        if (segment.IsParameter) ParameterChild ??= child;
        return child;
    }

    /// <summary>The nearest word at or above this node; the root when there is none.</summary>
    public PathNode Literal
    {
        get
        {
            var node = this;
            while (node is { IsParameter: true, Parent: { } above }) node = above;
            return node;
        }
    }

    public ApiOperation? Find(string method) => Operations.Find(operation => operation.Method == method);

    public bool Has(string method) => Find(method) is not null;

    /// <summary>From the top to this node, without the root.</summary>
    public List<PathNode> Way()
    {
        List<PathNode> way = new(Depth);
        for (var node = this; node.Parent is not null; node = node.Parent) way.Add(node);
        way.Reverse();
        return way;
    }
}
