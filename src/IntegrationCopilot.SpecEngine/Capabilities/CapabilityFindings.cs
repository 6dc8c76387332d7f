namespace IntegrationCopilot.SpecEngine;

/// <summary>What one rule found in one document, kept apart by group.</summary>
internal sealed class CapabilityFindings(SchemaStructure fields, EvidencePlaces places, OperationFacts facts)
{
    private readonly Found everywhere = new();
    private readonly Dictionary<string, Found> byGroup = new(StringComparer.Ordinal);
    private Capability? absent;

    public SchemaStructure Fields { get; } = fields;

    /// <summary>Adds a place that shows the capability.</summary>
    /// <param name="operation">The operation it belongs to; null for the whole document.</param>
    /// <param name="node">The place.</param>
    /// <param name="strength">0 to 1: how sure this place alone makes us.</param>
    /// <param name="fact">What it shows.</param>
    /// <param name="of">The webhook or callback whose fact it is; null when it is <paramref name="operation"/>'s.</param>
    public void Add(ApiOperation? operation, RawNode node, double strength, CapabilityFact fact, ApiOperation? of = null)
    {
        var evidence = new CapabilityEvidence(places.LocationOf(node), fact, places.IdOf(operation));
        everywhere.Add(evidence, strength);
        if ((of ?? operation) is { } owner) facts.Add(owner, fact);
        if (operation is null) return;
        if (!byGroup.TryGetValue(operation.Group, out var group)) byGroup[operation.Group] = group = new Found();
        group.Add(evidence, strength);
    }

    public Capability OfDocument(CapabilityRule rule) => everywhere.ToCapability(rule);

    public Capability OfGroup(CapabilityRule rule, string name) =>
        byGroup.TryGetValue(name, out var group) ? group.ToCapability(rule) : absent ??= new Found().ToCapability(rule);

    private sealed class Found
    {
        private readonly List<CapabilityEvidence> evidence = [];
        private readonly List<string> kinds = [];
        private double strongest;

        public void Add(CapabilityEvidence found, double strength)
        {
            evidence.Add(found);
            strongest = Math.Max(strongest, strength);
            if (found.Fact.Kind is { } kind && !kinds.Contains(kind)) kinds.Add(kind);
        }

        public Capability ToCapability(CapabilityRule rule) => evidence.Count == 0
            ? new Capability(rule.Id, Detected: false, rule.AbsentConfidence, [])
            : new Capability(rule.Id, Detected: true, strongest, evidence) { Kinds = kinds };
    }
}
