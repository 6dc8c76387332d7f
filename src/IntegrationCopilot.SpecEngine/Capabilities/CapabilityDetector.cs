namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells what an API can do from what its document says. Every rule sees every operation once, so cost grows with the document.</summary>
internal static class CapabilityDetector
{
    private static readonly CapabilityRule[] Rules =
    [
        new AuthRule(),
        new WriteOperationsRule(),
        new IdempotencyRule(),
        new PaginationRule(),
        new WebhooksRule(),
        new RateLimitingRule(),
        new RefundsRule(),
        new ErrorShapeRule(),
        new ConditionalRequestsRule(),
        new AsyncRule(),
    ];

    /// <summary>The API with its capabilities and those of its groups.</summary>
    public static ApiSpec Detect(ApiSpec spec, CancellationToken cancellationToken)
    {
        var fields = new SchemaStructure(spec);
        var places = new EvidencePlaces();
        var facts = new OperationFacts();
        var findings = Array.ConvertAll(Rules, _ => new CapabilityFindings(fields, places, facts));
        foreach (var operation in spec.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < Rules.Length; i++) Rules[i].Look(operation, findings[i]);
        }
        for (var i = 0; i < Rules.Length; i++) Rules[i].Look(spec, findings[i]);
        facts.HandOver();
        return spec with
        {
            Capabilities = [.. Rules.Select((rule, i) => findings[i].OfDocument(rule))],
            Groups = [.. spec.Groups.Select(group => group with { Capabilities = [.. Rules.Select((rule, i) => findings[i].OfGroup(rule, group.Name))] })],
        };
    }
}
