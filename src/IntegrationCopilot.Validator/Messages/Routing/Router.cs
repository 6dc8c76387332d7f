using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Finds the operation of a method and URL.</summary>
internal sealed class Router
{
    private const int MaxSegments = 256;
    private const int MaxNearSegments = 32;
    private const int StackRanges = 16;
    private readonly RouteTree root = new();
    private readonly ServerPrefix[] prefixes;
    private readonly int maxCaptures = 1;
    private readonly bool everyServerHasPrefix;
    private readonly bool lenientSlash;

    public Router(IEnumerable<ApiOperation> operations, bool lenientSlash)
    {
        this.lenientSlash = lenientSlash;
        var byPath = new Dictionary<string, ServerPrefix>(StringComparer.Ordinal);
        everyServerHasPrefix = true;
        foreach (var operation in operations)
        {
            var own = PrefixesOf(operation, byPath);
            everyServerHasPrefix &= operation.Servers.Count > 0 && operation.Servers.All(s => ServerPrefix.Of(s).Any());
            foreach (var captures in AddRoutes(operation, own)) maxCaptures = Math.Max(maxCaptures, captures);
        }
        prefixes = [.. byPath.Values.OrderByDescending(p => p.Segments.Count)];
    }

    public RouteMatch Match(string method, string url)
    {
        var parts = new UrlParts(url);
        var path = parts.Path.StartsWith('/') ? parts.Path[1..] : parts.Path;
        var count = path.Count('/') + 1;
        if (count > MaxSegments) return new RouteMatch { Outcome = RouteOutcome.UnknownPath };
        var segments = count <= StackRanges ? stackalloc Range[StackRanges] : new Range[count];
        path.Split(segments, '/');
        var captures = maxCaptures <= StackRanges ? stackalloc Range[StackRanges] : new Range[maxCaptures];
        if (parts.Path.StartsWith('/')) Shift(segments[..count]);
        var search = new RouteSearch(method, parts, segments[..count], captures, lenientSlash);
        return Search(ref search);
    }

    /// <summary>The operations whose routes come nearest to a method and URL, the nearest first.</summary>
    public IReadOnlyList<NearRoute> Nearest(string method, string url, int limit)
    {
        var path = new UrlParts(url).Path.ToString().Trim('/');
        var segments = path.Length == 0 ? [] : path.Split('/', MaxNearSegments + 1);
        return segments.Length > MaxNearSegments ? [] : new NearRoutes(method, segments, limit).Search(root, prefixes);
    }

    private RouteMatch Search(ref RouteSearch search)
    {
        var inside = !everyServerHasPrefix;
        foreach (var prefix in prefixes)
        {
            if (!search.StartsWith(prefix)) continue;
            // What the document spells out is no value of a server's variable.
            if (prefix.IsOpen && search.BeginsIn(root) && (search.Run(root, null) || search.Allowed is not null)) break;
            inside = true;
            if (search.Run(root, prefix)) return Found(search);
        }
        if (search.Run(root, null)) return Found(search);
        if (search.Allowed is { } allowed) return new RouteMatch { Outcome = RouteOutcome.MethodNotAllowed, AllowedMethods = [.. allowed] };
        return new RouteMatch { Outcome = inside ? RouteOutcome.UnknownPath : RouteOutcome.OutsideServers };
    }

    private static RouteMatch Found(RouteSearch search)
    {
        var found = Found(search, search.Found!);
        if (search.Rivals is not { } rivals) return found;
        var others = new List<RouteMatch>(rivals.Count);
        foreach (var rival in rivals) others.Add(Found(search, rival));
        return found with { Rivals = others };
    }

    private static RouteMatch Found(RouteSearch search, Route route) =>
        new() { Outcome = RouteOutcome.Found, Operation = route.Operation, PathValues = search.Values(route), Shared = route.Shared };

    private static void Shift(Span<Range> segments)
    {
        foreach (ref var segment in segments) segment = (segment.Start.Value + 1)..(segment.End.Value + 1);
    }

    private static HashSet<ServerPrefix> PrefixesOf(ApiOperation operation, Dictionary<string, ServerPrefix> byPath)
    {
        var own = new HashSet<ServerPrefix>();
        foreach (var prefix in operation.Servers.SelectMany(ServerPrefix.Of))
        {
            byPath.TryAdd(prefix.Path, prefix);
            own.Add(byPath[prefix.Path]);
        }
        return own;
    }

    /// <summary>Adds an operation under its template, and where that has a query or fragment also under its path alone.</summary>
    /// <returns>How many parameters each template has.</returns>
    private IEnumerable<int> AddRoutes(ApiOperation operation, HashSet<ServerPrefix> own)
    {
        var template = operation.Path;
        var end = SuffixStart(template);
        if (end < template.Length) yield return Add(operation, template, "", own);
        yield return Add(operation, template[..end], template[end..], own);
    }

    private int Add(ApiOperation operation, string path, string suffix, HashSet<ServerPrefix> own)
    {
        var template = PathTemplate.Parse(path);
        if (template.Segments.Count > MaxSegments) return 0;
        var node = root.Grow(template.Segments);
        var route = new Route(operation, template, suffix, own);
        (template.RestName is null ? node.Routes : node.RestRoutes).Add(route);
        return route.Names.Count;
    }

    private static int SuffixStart(string template)
    {
        var depth = 0;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{') depth++;
            else if (template[i] == '}') depth--;
            else if (depth <= 0 && template[i] is '?' or '#') return i;
        }
        return template.Length;
    }
}
