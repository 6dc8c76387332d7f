namespace IntegrationCopilot.Validator;

/// <summary>One step of a search for near routes: where it stands, and how it came there.</summary>
/// <param name="Node">The place in the tree.</param>
/// <param name="At">The segment of the path to look at next.</param>
internal sealed record NearStep(RouteTree Node, int At)
{
    /// <summary>Stands for a parameter whose name is not known yet.</summary>
    public const string UnnamedParameter = "{}";

    public NearStep? Previous { get; init; }

    /// <summary>What parameters took on the way here; null for a parameter that has nothing to take.</summary>
    public string?[]? Captured { get; init; }

    public RouteDifference? Difference { get; init; }

    public int Cost { get; init; }

    /// <summary>On to a child, the segment used up.</summary>
    public NearStep To(RouteTree child, string?[]? captured = null, int cost = 0, RouteDifference? difference = null) =>
        new(child, At + 1) { Previous = this, Captured = captured, Cost = Cost + cost, Difference = difference };

    public NearStep To(RouteTree child, string captured, int cost) => To(child, [captured], cost);

    /// <summary>On to a child, the segment kept for what comes.</summary>
    public NearStep Past(RouteTree child, string?[] captured, int cost, RouteDifference difference) =>
        new(child, At) { Previous = this, Captured = captured, Cost = Cost + cost, Difference = difference };

    /// <summary>The differences met on the way.</summary>
    /// <param name="names">Names of the route's parameters, in order, which are known only at its end.</param>
    public IEnumerable<RouteDifference> Differences(IReadOnlyList<string> names)
    {
        var captured = 0;
        foreach (var step in Way())
        {
            if (step.Difference is { } difference)
                yield return difference.Expected == UnnamedParameter && captured < names.Count
                    ? difference with { Expected = $"{{{names[captured]}}}" }
                    : difference;
            captured += step.Captured?.Length ?? 0;
        }
    }

    public IEnumerable<string?> Captures() => Way().SelectMany(s => s.Captured ?? []);

    private IEnumerable<NearStep> Way()
    {
        var way = new Stack<NearStep>();
        for (var step = this; step is not null; step = step.Previous) way.Push(step);
        return way;
    }
}
