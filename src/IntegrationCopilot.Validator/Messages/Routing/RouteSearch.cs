namespace IntegrationCopilot.Validator;

/// <summary>One search in a <see cref="RouteTree"/>. Every node is visited once at most, so a search costs no more than the tree is large.</summary>
internal ref struct RouteSearch
{
    private readonly ReadOnlySpan<char> path;
    private readonly ReadOnlySpan<Range> segments;
    private readonly Span<Range> captures;
    private readonly string method;
    private readonly ReadOnlySpan<char> query;
    private readonly ReadOnlySpan<char> fragment;
    private readonly bool lenientSlash;
    private int captured;
    private ServerPrefix? prefix;

    public RouteSearch(string method, in UrlParts url, ReadOnlySpan<Range> segments, Span<Range> captures, bool lenientSlash)
    {
        this.method = method;
        path = url.Path;
        query = url.Query;
        fragment = url.Fragment;
        this.segments = segments;
        this.captures = captures;
        this.lenientSlash = lenientSlash;
    }

    /// <summary>The route found; null when none was.</summary>
    public Route? Found { get; private set; }

    /// <summary>Routes that fit as well as the one found, which differ in the names of their parameters only; null when there are none.</summary>
    public List<Route>? Rivals { get; private set; }

    /// <summary>Methods of the paths that matched without describing the one asked for.</summary>
    public SortedSet<string>? Allowed { get; private set; }

    /// <summary>Values captured by the route that was found, or by a rival of it.</summary>
    public readonly KeyValuePair<string, string>[] Values(Route route)
    {
        var names = route.Names;
        var values = new KeyValuePair<string, string>[names.Count];
        for (var i = 0; i < values.Length; i++) values[i] = new(names[i], path[captures[i]].ToString());
        return route.QueryValues(query) is var asked && asked.Any() ? [.. values, .. asked] : values;
    }

    /// <summary>Whether the path starts with the prefix.</summary>
    public readonly bool StartsWith(ServerPrefix candidate)
    {
        if (candidate.Segments.Count > segments.Length) return false;
        Span<Range> ignored = stackalloc Range[8];
        for (var i = 0; i < candidate.Segments.Count; i++)
        {
            var segment = candidate.Segments[i];
            if (segment.Names.Count > ignored.Length || !segment.TryMatch(path[segments[i]], ignored)) return false;
        }
        return true;
    }

    /// <summary>Whether paths of a tree begin with the very word that the path begins with.</summary>
    public readonly bool BeginsIn(RouteTree root) => root.Literal(path[segments[0]]) is not null;

    /// <summary>Searches beneath a prefix; null means without one.</summary>
    public bool Run(RouteTree root, ServerPrefix? beneath)
    {
        prefix = beneath;
        captured = 0;
        var skipped = beneath?.Segments.Count ?? 0;
        // "/v1" alone is the root path beneath the prefix "/v1".
        if (skipped == segments.Length) return skipped > 0 && root.AfterTrailingSlash is { } home && Ends(home.Routes);
        return Visit(root, skipped);
    }

    private bool Visit(RouteTree node, int at)
    {
        if (at == segments.Length) return EndsHere(node);
        var segment = path[segments[at]];
        if (node.Literal(segment) is { } literal && Visit(literal, at + 1)) return true;
        if (segment.IsEmpty) return lenientSlash && at == segments.Length - 1 && at > 0 && Ends(node.Routes);
        foreach (var (pattern, child) in node.Mixed)
            if (Capture(pattern, segment, at) && VisitCaptured(child, at, pattern.Names.Count)) return true;
        if (node.Parameter is { } parameter && Push(segments[at]) && VisitCaptured(parameter, at, 1)) return true;
        return node.RestRoutes.Count > 0 && Push(segments[at].Start..segments[^1].End) && EndsOrPops(node.RestRoutes);
    }

    private bool EndsHere(RouteTree node) =>
        Ends(node.Routes) || (lenientSlash && node.AfterTrailingSlash is { } slash && Ends(slash.Routes));

    private bool VisitCaptured(RouteTree child, int at, int count)
    {
        if (Visit(child, at + 1)) return true;
        captured -= count;
        return false;
    }

    private bool EndsOrPops(List<Route> routes)
    {
        if (Ends(routes)) return true;
        captured--;
        return false;
    }

    private bool Push(Range range)
    {
        captures[captured++] = range;
        return true;
    }

    private bool Capture(TemplateSegment pattern, ReadOnlySpan<char> segment, int at)
    {
        var taken = captures.Slice(captured, pattern.Names.Count);
        if (!pattern.TryMatch(segment, taken)) return false;
        var offset = segments[at].Start.Value;
        foreach (ref var range in taken) range = (range.Start.Value + offset)..(range.End.Value + offset);
        captured += pattern.Names.Count;
        return true;
    }

    private bool Ends(List<Route> routes)
    {
        Route? best = null;
        var bestFit = int.MinValue;
        List<Route>? rivals = null;
        foreach (var route in routes)
        {
            if (prefix is not null && !route.Prefixes.Contains(prefix)) continue;
            if (!string.Equals(route.Operation.Method, method, StringComparison.OrdinalIgnoreCase))
            {
                (Allowed ??= new(StringComparer.Ordinal)).Add(route.Operation.Method);
                continue;
            }
            var fit = route.Fit(query, fragment);
            if (fit < bestFit || (fit < 0 && best is not null)) continue;
            if (fit == bestFit)
            {
                (rivals ??= []).Add(route);
                continue;
            }
            (best, bestFit, rivals) = (route, fit, null);
        }
        (Found, Rivals) = (best, rivals);
        return best is not null;
    }
}
