using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Which operations tell the values that others name.</summary>
internal sealed class ValueSuppliers(ApiSpec spec)
{
    /// <summary>What is less sure is only worth telling (<see cref="ResourceModel"/>).</summary>
    private const double Assumed = 0.5;

    private const double ByPath = 0.9;

    /// <summary>Last words of fields that name a day, and so no other thing.</summary>
    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "date", "day", "at", "on" };

    private readonly ILookup<ApiOperation, ApiDependency> dependencies = spec.Resources.Dependencies.ToLookup(dependency => dependency.Consumer,
        (IEqualityComparer<ApiOperation>)ReferenceEqualityComparer.Instance);

    private readonly ILookup<ApiOperation, ApiDependency> consumers = spec.Resources.Dependencies.ToLookup(dependency => dependency.Producer,
        (IEqualityComparer<ApiOperation>)ReferenceEqualityComparer.Instance);

    private readonly Dictionary<ApiOperation, OperationMeaning> meanings =
        spec.Resources.Operations.ToDictionary(meaning => meaning.Operation, (IEqualityComparer<ApiOperation>)ReferenceEqualityComparer.Instance);

    /// <summary>The suppliers of a value, the surest first, and the name of the resource it names; null when none is known.</summary>
    /// <param name="operation">The operation that needs it.</param>
    /// <param name="parameter">The parameter's name, or the JSON Pointer of the field.</param>
    /// <param name="place">Where the parameter travels; null for a field.</param>
    public (IReadOnlyList<ValueSupplier> Suppliers, string? Resource) For(ApiOperation operation, string parameter, ParameterPlace? place)
    {
        var found = dependencies[operation]
            .Where(dependency => dependency.Place == place && dependency.Parameter == parameter && dependency.Confidence >= Assumed).ToList();
        var suppliers = found.OrderByDescending(dependency => dependency.Confidence).Select(Of).ToList();
        if (found.Count > 0) return (suppliers, found[0].Resource?.Name ?? found[0].Producer.Id);
        return place == ParameterPlace.Path && ChosenInPath(operation, parameter) is { } chosen ? ([chosen], MeaningOf(operation)!.Resource!.Name) : ([], null);
    }

    /// <summary>Whether an operation changes, removes or uses up the thing that the value names, so that it should be nobody else's.</summary>
    public bool IsOwn(ApiOperation operation, string parameter, string? resource) =>
        IsGivenBack(operation, parameter) || IsChanged(operation, parameter, resource);

    /// <summary>What was given back once cannot be given back again.</summary>
    private static bool IsGivenBack(ApiOperation operation, string parameter) => operation.Facts.OfType<RefundFact>()
        .Any(fact =>
            fact.Target is { } target && (target.Place == MessagePlace.Body ? target.Pointer.ToString() : target.FindIn(operation)?.Name) == parameter);

    private bool IsChanged(ApiOperation operation, string parameter, string? resource) =>
        MeaningOf(operation) is { Effect: OperationEffect.Changes or OperationEffect.Deletes or OperationEffect.Dangerous, Resource: { } own }
        && own.Name == resource && (own.Identifier is not { } identifier || identifier.Parts.Any(part => IsNameOf(part.Parameter, parameter))
            || IsLast(operation, parameter)
            || IsIdentifier(operation, parameter));

    /// <summary>Whether the client chooses, with this parameter of the path, what the thing is called that the operation makes.</summary>
    public bool IsChosen(ApiOperation operation, ApiParameter parameter) =>
        MeaningOf(operation) is { Effect: OperationEffect.Creates, Resource: { } resource } && ReferenceEquals(resource.Create, operation)
        && parameter.Place == ParameterPlace.Path && !IsMember(operation, parameter) && !LiesAbove(operation, resource)
            && operation.Path.TrimEnd('/').EndsWith($"{{{parameter.Name}}}", StringComparison.Ordinal);

    /// <summary>Whether the thing that is made has a longer path, so that this one says where it lies.</summary>
    private static bool LiesAbove(ApiOperation operation, ApiResource resource) =>
        PathNames.Of(resource.ItemPath).Count > PathNames.Of(operation.Path).Count;

    /// <summary>What becomes a member is called what it is called elsewhere.</summary>
    public bool IsMember(ApiOperation operation, ApiParameter parameter) =>
        MeaningOf(operation) is { Resource.Kind: ResourceKind.Membership } && For(operation, parameter.Name, ParameterPlace.Path).Suppliers.Count > 0;

    /// <summary>Whether a field of the body holds the identifier that the path names, or, where the thing is made, that the client chooses.</summary>
    public bool IsIdentifier(ApiOperation operation, string pointer) =>
        MeaningOf(operation)?.Resource?.Identifier is { } identifier
            && identifier.Parts.Any(part => part.Request == pointer || $"/{part.Parameter}" == pointer);

    /// <summary>
    /// Whether the client chooses, with this field of the body, by what the new thing is found: the <c>company_id</c> of a company. What makes or replaces is
    /// told a new name, too, so that it replaces nothing of anybody's.
    /// </summary>
    public bool IsChosenKey(ApiOperation operation, string pointer) =>
        MeaningOf(operation) is { Effect: OperationEffect.Creates or OperationEffect.Changes, Resource: { Identifier: { } key } resource }
        && ReferenceEquals(resource.Create, operation) && key.Parts.All(part => part.Request is not null || IsInPath(operation, part))
        && key.Parts.Any(part => part.Request == pointer) && NameWords.Of(pointer) is { Count: > 0 } words
        && (words.Count == 1 || Days.Contains(words[^1])
            || string.Concat(NameWords.Of(resource.Name)).EndsWith(string.Concat(words.Take(words.Count - 1)), StringComparison.Ordinal));

    private static bool IsInPath(ApiOperation operation, IdentifierPart part) =>
        operation.Parameters.Any(parameter => parameter.Place == ParameterPlace.Path && parameter.Name == part.Parameter);

    /// <summary>The parameters of other operations that take the identifier which a new thing is given in a field of the body.</summary>
    public IReadOnlyList<ApiParameter> Takers(ApiOperation operation, string pointer)
    {
        if (MeaningOf(operation) is not { Effect: OperationEffect.Creates, Resource.Identifier: { } identifier }) return [];
        return [.. identifier.Parts.Where(part => part.Request == pointer)
            .SelectMany(part => consumers[operation].Where(taken => taken.Field == (taken.FromRequest ? part.Request : part.Create)))
            .Select(taken => taken.Consumer.Parameters.FirstOrDefault(parameter => parameter.Place == taken.Place && parameter.Name == taken.Parameter))
            .OfType<ApiParameter>().Where(parameter => parameter.Schema.IsDefined).DistinctBy(parameter => parameter.Node)];
    }

    /// <summary>What an operation means; null for webhooks and callbacks.</summary>
    public OperationMeaning? MeaningOf(ApiOperation operation) => meanings.GetValueOrDefault(operation);

    private ValueSupplier? ChosenInPath(ApiOperation operation, string parameter)
    {
        if (MeaningOf(operation)?.Resource is not { Create: { Method: "PUT" } create, Identifier: { } identifier } || ReferenceEquals(create, operation))
            return null;
        var index = identifier.Parts.Select(part => part.Parameter).ToList().IndexOf(parameter);
        var own = index >= 0 ? identifier.Parts[index].Parameter : null;
        return own is not null && create.Path.Contains($"{{{own}}}", StringComparison.Ordinal)
            ? new ValueSupplier(create.Id, own, ByPath) { FromRequest = true, Creates = true } : null;
    }

    private ValueSupplier Of(ApiDependency dependency) => new(dependency.Producer.Id, dependency.Field, dependency.Confidence)
    {
        FromRequest = dependency.FromRequest,
        Creates = MeaningOf(dependency.Producer)?.Effect == OperationEffect.Creates,
    };

    private static bool IsNameOf(string identifier, string parameter) =>
        parameter == identifier || (parameter.StartsWith('/') && string.Concat(NameWords.Of(parameter)) == string.Concat(NameWords.Of(identifier)));

    private static bool IsLast(ApiOperation operation, string parameter) =>
        operation.Path.LastIndexOf('{') is >= 0 and var at && operation.Path.AsSpan(at + 1).StartsWith(parameter, StringComparison.Ordinal);
}
