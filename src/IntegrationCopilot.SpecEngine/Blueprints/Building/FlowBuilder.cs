namespace IntegrationCopilot.SpecEngine;

/// <summary>Puts the calls of each resource in order, with what each takes from which other.</summary>
internal static class FlowBuilder
{
    /// <summary>Flows beyond these are left out: nobody reads a hundred tables.</summary>
    private const int MaxFlows = 60;

    private const int MaxSteps = 20;

    /// <summary>Below this the document only suggests that one call supplies another.</summary>
    private const double Sure = 0.8;

    public static IReadOnlyList<BlueprintFlow> Build(ApiSpec spec)
    {
        var model = spec.Resources;
        var supplies = model.Dependencies.ToLookup(d => d.Consumer, ReferenceEqualityComparer.Instance);
        return [.. model.Resources.Where(IsChain).Take(MaxFlows)
            .Select(resource => new BlueprintFlow(resource.Name, resource.Parent?.Name, [.. Calls(resource).Take(MaxSteps)
            .Select(call => Step(model, call.Operation, call.Does, supplies))]))];
    }

    /// <summary>An order needs two calls.</summary>
    private static bool IsChain(ApiResource resource) => Calls(resource).Skip(1).Any();

    private static IEnumerable<(ApiOperation Operation, string Does)> Calls(ApiResource resource)
    {
        if (resource.Create is { } create) yield return (create, "create");
        if (resource.List is { } list) yield return (list, "list");
        if (resource.Read is { } read) yield return (read, "read");
        if (resource.Update is { } update) yield return (update, "update");
        if (resource.Replace is { } replace && replace != resource.Create) yield return (replace, "replace");
        foreach (var action in resource.Actions) yield return (action, "action");
        if (resource.Delete is { } delete) yield return (delete, "delete");
    }

    private static BlueprintStep Step(ResourceModel model, ApiOperation operation, string does, ILookup<object?, ApiDependency> supplies) =>
        new(operation.Id, does, model.Of(operation)
            .Effect == OperationEffect.Dangerous, [.. supplies[operation].DistinctBy(d => (d.Parameter, d.Place)).Select(Supply)]);

    private static BlueprintSupply Supply(ApiDependency dependency) =>
        new(dependency.Parameter, dependency.Place?.ToString().ToLowerInvariant()
            ?? "body", dependency.Producer.Id, dependency.Field, dependency.Confidence < Sure);
}
