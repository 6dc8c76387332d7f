namespace IntegrationCopilot.SpecEngine;

/// <summary>Puts a blueprint together.</summary>
internal sealed class BlueprintBuilder(ApiSpec spec, IReadOnlyList<BlueprintAnnotation> annotations, IExampleProvider? examples)
{
    private readonly EndpointBuilder endpoints = new(spec, examples);
    private readonly AnnotationPlacer placer = new(annotations);

    public Blueprint Build()
    {
        var groups = spec.Groups.Select(g => new BlueprintGroup(g.Name, [.. g.Operations.Select(Endpoint)])).ToList();
        var webhooks = Received().Select(Endpoint).ToList();
        var blueprint = new Blueprint
        {
            Title = PlainText.Line(spec.Title) ?? "",
            Version = PlainText.Line(spec.Version) ?? "",
            Description = PlainText.Block(spec.Description),
            Servers = [.. spec.Servers.Select(s => new BlueprintServer(s.Url, PlainText.Line(s.Description)))],
            Authentication = AuthenticationBuilder.Build(spec, placer.AboutAuthentication()),
            Practices = PracticeBuilder.Build(spec),
            Flows = FlowBuilder.Build(spec),
            Groups = groups,
            Webhooks = webhooks,
            Notes = placer.Rest(),
        };
        return blueprint with { Checklist = ChecklistBuilder.Build(blueprint) };
    }

    private BlueprintEndpoint Endpoint(ApiOperation operation) => placer.Place(endpoints.Build(operation));

    /// <summary>Webhooks, and each callback once however many operations share it.</summary>
    private IEnumerable<ApiOperation> Received() =>
        spec.Webhooks.Concat(spec.Operations.SelectMany(o => o.Callbacks)).DistinctBy(o => o.Node);
}
