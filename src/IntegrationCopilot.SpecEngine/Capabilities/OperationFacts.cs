namespace IntegrationCopilot.SpecEngine;

/// <summary>Facts by the operation, webhook or callback that they are about. Operations of equal ids are kept apart.</summary>
internal sealed class OperationFacts
{
    private readonly Dictionary<ApiOperation, List<CapabilityFact>> facts = new(ReferenceEqualityComparer.Instance);

    public void Add(ApiOperation operation, CapabilityFact fact)
    {
        if (!facts.TryGetValue(operation, out var found)) facts[operation] = found = [];
        found.Add(fact);
    }

    /// <summary>Gives every operation its facts, before anybody else sees it.</summary>
    public void HandOver()
    {
        foreach (var (operation, found) in facts) operation.Facts = found;
    }
}
