namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds which call supplies the identifiers that paths take: the creation of the thing first, then its list.</summary>
internal sealed class DependencyFinder(PathTree tree, IReadOnlyDictionary<PathNode, ApiResource> keys)
{
    public List<ApiDependency> Find(IReadOnlyList<ApiOperation> operations)
    {
        List<ApiDependency> dependencies = [];
        foreach (var operation in operations)
            foreach (var step in tree.Of(operation).Way())
                if (step.IsParameter && keys.TryGetValue(step, out var resource)) Add(operation, step, resource, dependencies);
        return dependencies;
    }

    private static void Add(ApiOperation consumer, PathNode step, ApiResource resource, List<ApiDependency> dependencies)
    {
        foreach (var name in step.Segment.Parameters)
        {
            if (resource.Identifier?.Parts.FirstOrDefault(p => p.Parameter == name) is not { } part) continue;
            if (resource.Create is { } create && create != consumer && Supplied(resource, part) is var (field, fromRequest) && field is not null)
                dependencies.Add(Of(create, field, consumer, name, resource, 0.95) with { FromRequest = fromRequest });
            if (resource.List is { } list && list != consumer && part.ListItem is { } inItem && resource.AnswerOf(list) is { Form: not AnswerForm.Map } answer)
                dependencies.Add(Of(list, answer.Envelope + "/-" + inItem, consumer, name, resource, 0.85));
        }
    }

    private static (string? Field, bool FromRequest) Supplied(ApiResource resource, IdentifierPart part) => part.Create is { } answered ? (answered, false)
        : resource.Identifier!.Source == IdentifierSource.Location ? ("header:Location", false)
        : (part.Request, true);

    private static ApiDependency Of(ApiOperation producer, string field, ApiOperation consumer, string parameter, ApiResource resource, double weight) =>
        new(producer, field, consumer, parameter, ParameterPlace.Path, Math.Round(weight * resource.Identifier!.Confidence, 2)) { Resource = resource, Evidence = resource.Identifier.Evidence };
}
