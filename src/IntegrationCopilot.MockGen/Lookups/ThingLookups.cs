using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// What operations look for before they do anything: the one answer that a mock serves by, and that tests of unknown identifiers are written by.
/// </summary>
internal sealed class ThingLookups(ResourceModel model)
{
    /// <summary>Below that a conclusion is only worth telling (see <see cref="ResourceModel"/>).</summary>
    private const double LeastConfidence = 0.5;

    private readonly List<ApiResource> named =
        [.. model.Resources.Where(resource => IsKept(model, resource) && resource is { ItemPath: not null, Kind: not ResourceKind.Singleton }
            && IsShown(resource))];

    /// <summary>Whether the document makes sure enough that a resource is one, and that its things are told apart.</summary>
    public static bool IsKept(ResourceModel model, ApiResource resource) => resource.Confidence >= LeastConfidence && !ScopeResources.Contains(model, resource);

    /// <summary>
    /// Whether an answer shows a thing of a resource, or one is made of which no answer says anything: of what is only called by a word, each word may be one.
    /// </summary>
    public static bool IsShown(ApiResource resource) => resource.Answers.Count == 0 ? resource.Create is not null
        : resource.Answers.Any(answer => answer.Form != AnswerForm.Identifiers);

    /// <summary>
    /// The resource of which the last parameter of a path names a thing; null where it chooses a report, a file or a word to search for.
    /// </summary>
    public ApiResource? NamedBy(ApiOperation operation)
    {
        var path = operation.Path[..(operation.Path.LastIndexOf('}') + 1)];
        return path.Length == 0 ? null : named.FirstOrDefault(resource => PathPlaces.AreOne(path, resource.ItemPath!));
    }

    /// <summary>Whether a call names its thing by a parameter, or by the field of its body at a pointer: what has that name must be there.</summary>
    public bool IsNamedBy(ApiOperation operation, string parameter) =>
        Called(operation) is { } identifier
            && identifier.Parts.Any(part => part.Parameter == parameter || NodePointer.Of(part.Parameter).ToString() == parameter);

    /// <summary>Whether an operation is a call about one thing, which it names in its query or body.</summary>
    public bool IsCall(ApiOperation operation) => Called(operation) is not null;

    /// <summary>Whether an operation refuses a name that nothing has: the document says so, or what is read must be there.</summary>
    public bool Refuses(ApiOperation operation) =>
        IsTold(operation) || model.Of(operation) is { Role: ResourceRole.Read, Resource.Kind: ResourceKind.Collection };

    /// <summary>Whether the document says what comes of a name that nothing has.</summary>
    public static bool IsTold(ApiOperation operation) => Describes(operation, "404") || Describes(operation, "410");

    /// <summary>
    /// Whether an operation that names one thing makes it where it is not there (RFC 9110, section 9.3.4): where the document says so, or where nothing else
    /// makes things and nothing says that they must be there.
    /// </summary>
    public static bool MayMake(OperationMeaning meaning) => meaning switch
    {
        { Role: ResourceRole.Create } => meaning.Effect == OperationEffect.Creates || Describes(meaning.Operation, "201") || !IsTold(meaning.Operation),
        { Role: ResourceRole.Replace, Resource: { } resource } =>
            Describes(meaning.Operation, "201") || (resource.Create is null && !IsTold(meaning.Operation)),
        { Role: ResourceRole.Update } => meaning.Operation.Method == "PUT" && Describes(meaning.Operation, "201"),
        _ => false,
    };

    /// <summary>Whether an operation answers with one thing, which is no list even where it takes what pages are asked for with.</summary>
    public static bool ReadsOne(OperationMeaning? meaning) =>
        meaning is { Role: ResourceRole.Read, Resource: { Kind: ResourceKind.Collection, Read: not null } resource }
        && resource.AnswerOf(meaning.Operation) is { Form: AnswerForm.One };

    private ResourceIdentifier? Called(ApiOperation operation) => model.Of(operation) is { Resource: { ItemPath: null, CollectionPath: null } resource } meaning
        && meaning.Role is not (ResourceRole.None or ResourceRole.Create or ResourceRole.List) ? resource.Identifier : null;

    private static bool Describes(ApiOperation operation, string status) => operation.Responses.Any(response => response.Status == status);
}
