namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds which call supplies the identifiers that operations take in paths, queries and bodies.</summary>
internal sealed class DependencyFinder(InferenceContext context, IReadOnlyDictionary<PathNode, KeyStep> keys, IReadOnlyList<ApiResource> resources)
{
    /// <summary>Inputs of one operation beyond this supply nothing: no caller fills in so many.</summary>
    private const int MaxInputs = 40;

    private readonly ForeignNames names = new(resources);
    private readonly Dictionary<ApiOperation, ApiResource> called = Called(resources);

    public List<ApiDependency> Find()
    {
        List<ApiDependency> dependencies = [];
        foreach (var operation in context.Spec.Operations)
        {
            var start = dependencies.Count;
            foreach (var step in context.Tree.Of(operation).Way())
                if (step.IsParameter) AddPath(operation, step, dependencies);
            AddInputs(operation, dependencies);
            Distinct(dependencies, start);
        }
        return dependencies;
    }

    private void AddPath(ApiOperation operation, PathNode step, List<ApiDependency> dependencies)
    {
        var written = PathSteps.Of(operation.Path);
        if (step.Depth > written.Count) return;
        var own = written[step.Depth - 1].Parameters;
        var resource = keys.TryGetValue(step, out var key) ? key.Resource : null;
        if (resource?.Identifier is { } identifier)
        {
            var from = Member(resource, operation) ?? resource;
            for (var i = 0; i < own.Count; i++)
                if (PartOf(identifier, own[i], key.First + i) is { } part
                    && (from == resource ? part : from.Identifier!.Parts[IndexOf(identifier, part)]) is var supplied)
                    dependencies.AddRange(SupplierBook.Of(from, supplied, operation, own[i], ParameterPlace.Path, from == resource ? 1 : 0.9));
            if (from != resource || resource.Create is not null || resource.List is not null) return;
        }
        foreach (var name in own)
            if (names.Find(name) is { } other && other != resource)
                dependencies.AddRange(SupplierBook.Of(other, other.Identifier!.Parts[^1], operation, name, ParameterPlace.Path, 0.85));
    }

    private static IdentifierPart? PartOf(ResourceIdentifier identifier, string name, int index) =>
        identifier.Parts.FirstOrDefault(part => part.Parameter == name) ?? identifier.Parts.ElementAtOrDefault(index);

    private static int IndexOf(ResourceIdentifier identifier, IdentifierPart part) => identifier.Parts.ToList().IndexOf(part);

    /// <summary>What becomes a member is there already: the things whose schema the list of members gives.</summary>
    private ApiResource? Member(ApiResource resource, ApiOperation operation)
    {
        if (resource.Kind != ResourceKind.Membership || operation != resource.Create || !resource.Schema.IsDefined) return null;
        var schema = context.Answers.Resolve(resource.Schema);
        return resources.FirstOrDefault(other => other is { Kind: ResourceKind.Collection, ParentParameters.Count: 0, Schema.IsDefined: true }
            && context.Answers.Resolve(other.Schema) == schema && other.Identifier?.Parts.Count == resource.Identifier!.Parts.Count);
    }

    /// <summary>Query parameters and body fields: those of a call that name its own thing, and those named after another resource.</summary>
    private void AddInputs(ApiOperation operation, List<ApiDependency> dependencies)
    {
        var own = called.GetValueOrDefault(operation);
        foreach (var parameter in operation.Parameters.Where(p => p.Place == ParameterPlace.Query).Take(MaxInputs))
            AddInput(operation, own, parameter.Name, parameter.Name, ParameterPlace.Query, parameter.Required, dependencies);
        var schema = AnswerReader.RequestSchema(operation);
        if (!schema.IsDefined) return;
        var required = Required(schema);
        foreach (var field in context.Answers.FieldsOf(schema).Values.Take(MaxInputs))
            AddInput(operation, own, field.Name, "/" + field.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
                null, required.Contains(field.Name), dependencies);
    }

    private static void AddOwn(ApiOperation operation, ApiResource own, string parameter, ParameterPlace? place, List<ApiDependency> dependencies)
    {
        if (operation != own.Create && operation != own.List)
            dependencies.AddRange(SupplierBook.Of(own, own.Identifier!.Parts[^1], operation, parameter, place, 1));
    }

    private void AddInput(ApiOperation operation, ApiResource? own, string name, string parameter, ParameterPlace? place, bool required,
        List<ApiDependency> dependencies)
    {
        if (own?.Identifier is { } identifier
            && (FoldedName.Of(identifier.Parameter) == FoldedName.Of(name) || (place is null && identifier.Parts[^1].Request == parameter)
            || IsNamedSo(own, operation, name)))
        {
            AddOwn(operation, own, parameter, place, dependencies);
            return;
        }

        if (names.Find(name) is not { } other || other.Create == operation || other.List == operation || (place is null && IsOwnKey(operation, name))) return;
        dependencies.AddRange(SupplierBook.Of(other, other.Identifier!.Parts[^1], operation, parameter, place, required ? 0.85 : 0.75));
    }

    /// <summary>What is done with a thing may call it by its kind: <c>{ "user": "…", "role": "…" }</c>.</summary>
    private static bool IsNamedSo(ApiResource own, ApiOperation operation, string name) =>
        own.Actions.Contains(operation) && FoldedName.Of(own.Name) == FoldedName.Of(name);

    /// <summary>Whether a field is the key by which the new thing itself is found: the <c>username</c> of an organisation is no user's.</summary>
    private bool IsOwnKey(ApiOperation operation, string name) => IdentifierScores.IsKey(FoldedName.Of(name))
        && resources.Any(resource => resource.Create == operation && resource.Kind == ResourceKind.Collection
            && resource.Identifier is { Parts: [{ Create: { } told }] } && told[(told.LastIndexOf('/') + 1)..] == name);

    private HashSet<string> Required(RawNode schema) =>
        [.. context.Answers.Resolve(schema).FindMember("required"u8).Children.Take(MaxInputs).Select(node => node.GetString()).OfType<string>()];

    /// <summary>One supplier supplies a value once, the surest first.</summary>
    private static void Distinct(List<ApiDependency> dependencies, int start)
    {
        if (dependencies.Count - start < 2) return;
        var mine = dependencies.GetRange(start, dependencies.Count - start).Where(d => d.Confidence >= 0.4)
            .DistinctBy(d => (d.Producer.Node, d.Parameter, d.Place)).ToList();
        dependencies.RemoveRange(start, dependencies.Count - start);
        dependencies.AddRange(mine);
    }

    private static Dictionary<ApiOperation, ApiResource> Called(IReadOnlyList<ApiResource> resources)
    {
        Dictionary<ApiOperation, ApiResource> byOperation = new(ReferenceEqualityComparer.Instance);
        foreach (var resource in resources.Where(r => r is { ItemPath: null, CollectionPath: null }))
            foreach (var operation in new[] { resource.Create, resource.List, resource.Read, resource.Update, resource.Delete }.OfType<ApiOperation>()
                .Concat(resource.Actions)) byOperation.TryAdd(operation, resource);
        return byOperation;
    }
}
