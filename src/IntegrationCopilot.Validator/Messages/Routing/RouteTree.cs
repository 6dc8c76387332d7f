namespace IntegrationCopilot.Validator;

/// <summary>A tree of path segments: where paths begin alike, they share the way.</summary>
internal sealed class RouteTree
{
    private readonly Dictionary<string, RouteTree> literals = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<TemplateSegment, RouteTree>> mixed = [];
    private RouteTree? parameter;

    /// <summary>Routes that end here, in document order.</summary>
    public List<Route> Routes { get; } = [];

    /// <summary>Routes whose last parameter takes everything from here on.</summary>
    public List<Route> RestRoutes { get; } = [];

    /// <summary>Children behind literal segments.</summary>
    public IReadOnlyDictionary<string, RouteTree> Literals => literals;

    /// <summary>The child for an empty segment: what follows a trailing slash.</summary>
    public RouteTree? AfterTrailingSlash => literals.GetValueOrDefault("");

    /// <summary>The node where a template ends, made on the way.</summary>
    public RouteTree Grow(IEnumerable<TemplateSegment> segments)
    {
        var node = this;
        foreach (var segment in segments) node = node.ChildFor(segment);
        return node;
    }

    /// <summary>The child reached by a literal, if any.</summary>
    public RouteTree? Literal(ReadOnlySpan<char> segment)
    {
        if (segment.Contains('%')) return literals.GetValueOrDefault(PercentCoding.Decode(segment));
        return literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(segment, out var child) ? child : null;
    }

    /// <summary>Children behind segments that mix literal text and parameters, the most specific first.</summary>
    public IReadOnlyList<KeyValuePair<TemplateSegment, RouteTree>> Mixed => mixed;

    /// <summary>The child behind a segment that is one parameter.</summary>
    public RouteTree? Parameter => parameter;

    private RouteTree ChildFor(TemplateSegment segment)
    {
        if (segment.IsParameter) return parameter ??= new RouteTree();
        if (!segment.IsLiteral) return MixedFor(segment);
        if (literals.TryGetValue(segment.Literal, out var child)) return child;
        return literals[segment.Literal] = new RouteTree();
    }

    private RouteTree MixedFor(TemplateSegment segment)
    {
        foreach (var (known, child) in mixed)
            if (known.Shape == segment.Shape) return child;
        var added = new RouteTree();
        var place = mixed.FindIndex(m => m.Key.LiteralLength < segment.LiteralLength);
        mixed.Insert(place < 0 ? mixed.Count : place, new(segment, added));
        return added;
    }
}
