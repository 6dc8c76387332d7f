namespace IntegrationCopilot.SpecEngine;

/// <summary>Locations and operation ids of evidence, made once for all rules that point to them.</summary>
internal sealed class EvidencePlaces
{
    private readonly Dictionary<RawNode, SourceLocation> locations = [];
    private ApiOperation? operation;
    private string? id;

    public SourceLocation LocationOf(RawNode node)
    {
        if (!locations.TryGetValue(node, out var location)) locations[node] = location = node.Location;
        return location;
    }

    /// <summary>The id of an operation. Rules look at one operation after the other.</summary>
    public string? IdOf(ApiOperation? of)
    {
        if (!ReferenceEquals(of, operation)) (operation, id) = (of, of?.Id);
        return id;
    }
}
