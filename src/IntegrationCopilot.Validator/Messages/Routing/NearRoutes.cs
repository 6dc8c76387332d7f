namespace IntegrationCopilot.Validator;

/// <summary>Looks for the routes that come nearest to a path: cheapest differences first, within a fixed number of steps.</summary>
internal sealed class NearRoutes(string method, string[] segments, int limit)
{
    private const int MaxVisits = 2_000;
    private const int MaxEffort = 1_000_000;
    private const int LookupEffort = 4;
    private const int CompareEffort = 16;
    private const int MaxCost = 250;
    private const int FewNames = 24;
    private const int CaptureCost = 4;
    private const int SimilarCost = 30;
    private const int MissingCost = 100;
    private const int SurplusCost = 105;
    private const int OtherCost = 120;
    private const int ServerCost = 80;
    private const int MethodCost = 50;
    private readonly PriorityQueue<NearStep, int> open = new();
    private readonly Dictionary<(RouteTree, int), int> best = [];
    private readonly List<NearRoute> found = [];
    private int effort;

    public IReadOnlyList<NearRoute> Search(RouteTree root, IEnumerable<ServerPrefix> prefixes)
    {
        Push(new NearStep(root, 0));
        foreach (var prefix in prefixes.Take(FewNames)) PushBeneath(root, prefix);
        for (var visits = 0; visits < MaxVisits && open.TryDequeue(out var step, out var cost); visits++)
        {
            if (found.Count >= limit && cost > found[limit - 1].Cost) break;
            Visit(step);
        }
        return [.. found.Take(limit)];
    }

    /// <summary>Beneath a server's base path, or in the place of what stands there instead.</summary>
    private void PushBeneath(RouteTree root, ServerPrefix prefix)
    {
        var length = prefix.Segments.Count;
        if (length > segments.Length) return;
        Span<Range> ignored = new Range[segments.Max(s => s.Length) + 1];
        var isThere = true;
        for (var i = 0; i < length && isThere; i++)
            isThere = prefix.Segments[i].Names.Count <= ignored.Length && prefix.Segments[i].TryMatch(segments[i], ignored);
        var start = new NearStep(root, length);
        if (isThere) Push(start);
        else if (Array.IndexOf(segments[..length], "") < 0)
            Push(start with { Cost = ServerCost,
                Difference = new() { Kind = RouteDifferenceKind.Server, Where = "path", Expected = "/" + prefix.Path,
                Actual = "/" + string.Join('/', segments[..length]) } });
    }

    private void Visit(NearStep step)
    {
        if (step.At == segments.Length)
        {
            foreach (var route in step.Node.Routes) Add(step, route);
            if (step.Node.AfterTrailingSlash is { } slash)
                foreach (var route in slash.Routes) Add(step, route);
            PushMissing(step, next: null);
            return;
        }
        var segment = segments[step.At];
        if (step.Node.Literal(segment) is { } literal) Push(step.To(literal));
        if (segment.Length > 0 && step.Node.Parameter is { } parameter) Push(step.To(parameter, segment, CaptureCost));
        PushMixed(step, segment);
        PushOthers(step, segment);
        PushMissing(step, segment);
        Push(step with { At = step.At + 1, Cost = step.Cost + SurplusCost, Previous = step, Captured = null,
            Difference = Differs(RouteDifferenceKind.SurplusSegment, step.At, null) });
        foreach (var route in step.Node.RestRoutes)
            Add(step with { Previous = step, Captured = [string.Join('/', segments[step.At..])], Difference = null }, route);
    }

    private void PushMixed(NearStep step, string segment)
    {
        foreach (var (pattern, child) in step.Node.Mixed.Take(FewNames))
        {
            var captures = new Range[pattern.Names.Count];
            if (pattern.TryMatch(segment, captures)) Push(step.To(child, [.. captures.Select(c => segment[c])], CaptureCost));
            else Push(step.To(child, new string[pattern.Names.Count], OtherCost, Differs(RouteDifferenceKind.PathSegment, step.At, pattern.Text)));
        }
    }

    /// <summary>Other words: like ones anywhere, all where there are few.</summary>
    private void PushOthers(NearStep step, string segment)
    {
        var hasFew = step.Node.Literals.Count <= FewNames;
        foreach (var (name, child) in step.Node.Literals)
        {
            if (++effort > MaxEffort) return;
            if (name.Length == 0 || name == segment) continue;
            var isSimilar = MayBeSimilar(segment, name) && NearNames.Between(segment, name) <= NearNames.MaxDistance;
            if (isSimilar || hasFew) Push(step.To(child, [], isSimilar ? SimilarCost : OtherCost, Differs(RouteDifferenceKind.PathSegment, step.At, name)));
        }
    }

    /// <summary>A segment that is described and not there: where it was the last, or where the next one fits behind it.</summary>
    private void PushMissing(NearStep step, string? next)
    {
        if (step.Node.Parameter is { } parameter)
            Push(step.Past(parameter, new string[1], MissingCost, Differs(RouteDifferenceKind.MissingSegment, step.At, NearStep.UnnamedParameter)));
        foreach (var (pattern, child) in step.Node.Mixed.Take(FewNames))
            Push(step.Past(child, new string[pattern.Names.Count], MissingCost, Differs(RouteDifferenceKind.MissingSegment, step.At, pattern.Text)));
        foreach (var (name, child) in step.Node.Literals)
        {
            if ((effort += LookupEffort) > MaxEffort) return;
            if (name.Length > 0 && (next is null ? step.Node.Literals.Count <= FewNames : child.Literal(next) is not null))
                Push(step.Past(child, [], MissingCost, Differs(RouteDifferenceKind.MissingSegment, step.At, name)));
        }
    }

    /// <summary>Whether comparing letter by letter is worth the while.</summary>
    private bool MayBeSimilar(string segment, string name)
    {
        const int maxDifference = 4;
        if (Math.Abs(segment.Length - name.Length) > maxDifference || segment.Length == 0) return false;
        if (char.ToLowerInvariant(segment[0]) != char.ToLowerInvariant(name[0]) && char.ToLowerInvariant(segment[^1]) != char.ToLowerInvariant(name[^1]))
            return false;
        effort += CompareEffort;
        return true;
    }

    private RouteDifference Differs(RouteDifferenceKind kind, int at, string? expected) => new()
    {
        Kind = kind,
        Where = $"path[{at}]",
        Expected = expected,
        Actual = kind != RouteDifferenceKind.MissingSegment && at < segments.Length ? ValueText.Shorten(segments[at]) : null,
    };

    private void Push(NearStep step)
    {
        if (step.Cost > MaxCost || best.TryGetValue((step.Node, step.At), out var known) && known <= step.Cost) return;
        best[(step.Node, step.At)] = step.Cost;
        open.Enqueue(step, step.Cost);
    }

    private void Add(NearStep step, Route route)
    {
        var isMethod = string.Equals(route.Operation.Method, method, StringComparison.OrdinalIgnoreCase);
        var cost = step.Cost + (isMethod ? 0 : MethodCost);
        if (cost > MaxCost || found.Exists(f => f.Operation == route.Operation && f.Cost <= cost)) return;
        found.RemoveAll(f => f.Operation == route.Operation);
        List<RouteDifference> differences = [.. step.Differences(route.Names)];
        if (!isMethod)
            differences.Add(
                new() { Kind = RouteDifferenceKind.Method, Where = "method", Expected = route.Operation.Method, Actual = ValueText.Shorten(method) });
        var values = route.Names.Zip(step.Captures(), (name, value) => KeyValuePair.Create(name, value)).Where(v => v.Value is not null)
            .Select(v => KeyValuePair.Create(v.Key, v.Value!));
        var place = found.FindIndex(f => f.Cost > cost);
        found.Insert(place < 0 ? found.Count : place, new NearRoute(route.Operation, differences, [.. values], cost));
        if (found.Count > limit * 4) found.RemoveAt(found.Count - 1);
    }
}
