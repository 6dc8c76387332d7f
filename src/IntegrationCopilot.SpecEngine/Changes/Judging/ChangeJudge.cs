namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges one difference: by the object it stands in, and by who meets it.</summary>
internal sealed class ChangeJudge(Comparison comparison, ReferenceWalk references)
{
    private static readonly HashSet<string> MayBeEmpty = new(StringComparer.Ordinal)
    {
        "headers", "parameters", "links", "callbacks", "properties", "required", "items", "encoding", "variables", "webhooks", "patternProperties",
        "dependentSchemas",
        "dependentRequired", "propertyNames", "content",
    };

    private readonly SchemaJudge schemas = new(comparison);
    private readonly ParameterJudge parameters = new(comparison, references);
    private readonly MessageJudge messages = new(comparison);
    private readonly SecurityJudge security = new(comparison);

    /// <summary>Judges what was added, removed or changed.</summary>
    public Verdict Of(Place place)
    {
        if (place.Parent is null) return Verdict.Of(DocumentChangeRules.Other, "", "the document", PlaceWords.Became(place));
        var change = FieldChange.Of(place);
        if (change.Field == "security" || change.Owner.Is(ShapeNames.SecurityRequirement)) return security.OfRequirement(place);
        if (!change.IsEntry && IsExtension(change) && change.Field != "x-nullable") return OfExtension(change);
        if (IsEmpty(change)) return change.Rewritten();
        return change.Owner.Shape!.Name switch
        {
            ShapeNames.Root or ShapeNames.Root2 or "Components Object" => RootJudge.Of(change, comparison),
            ShapeNames.Paths or ShapeNames.PathItem or ShapeNames.Callback => PathJudge.Of(change, parameters),
            ShapeNames.Operation => OfOperation(change),
            ShapeNames.Parameter when !IsOfValue(change) => parameters.Of(change),
            ShapeNames.Header when !IsOfValue(change) => parameters.OfHeader(change),
            ShapeNames.RequestBody or ShapeNames.Responses or ShapeNames.Response or ShapeNames.MediaType or ShapeNames.Encoding => messages.Of(change),
            ShapeNames.Server or ShapeNames.ServerVariable => ServerJudge.Of(change),
            ShapeNames.SecurityScheme or "OAuth Flows Object" or "OAuth Flow Object" or "Scopes Object" => security.OfScheme(change),
            ShapeNames.Schema or ShapeNames.Items2 or ShapeNames.Parameter or ShapeNames.Header => schemas.Of(change),
            "Discriminator Object" or "XML Object" => schemas.OfPart(change),
            "Link Object" => Verdict.Of(OperationChangeRules.LinkChanged, Excerpt.Of(change.Owner.Name), PlaceWords.Became(place)),
            _ => change.Documentation(),
        };
    }

    /// <summary>Judges that a path, media type, header or scheme has another name and is the same.</summary>
    public Verdict OfName(Place place) => place.Parent!.Shape!.Name switch
    {
        ShapeNames.Paths or ShapeNames.Callback => PathJudge.OfName(place, comparison),
        ShapeNames.Content => MessageJudge.OfName(place),
        ShapeNames.SecurityRequirement => Verdict.Of(DocumentChangeRules.ReferenceRenamed, Excerpt.Of(place.Name), Excerpt.Of(place.NewName)),
        _ => Verdict.Of(MessageChangeRules.ParameterRenamed, Excerpt.Of(place.Name), Excerpt.Of(place.NewName)),
    };

    private Verdict OfOperation(FieldChange change) => change.Field switch
    {
        "parameters" => parameters.OfList(change),
        "requestBody" => messages.OfBody(change),
        "servers" or "schemes" => ServerJudge.OfList(change),
        "consumes" or "produces" => messages.OfTypes(change),
        "callbacks" => PathJudge.OfDelivery(change),
        "operationId" => Verdict.Of(OperationChangeRules.OperationId, PlaceWords.Became(change.Place)),
        "deprecated" => OfDeprecation(change.Place, PlaceWords.Of(change.Owner)),
        "responses" => change.Other(),
        _ => change.Documentation(),
    };

    public static Verdict OfDeprecation(Place place, string subject) =>
        Verdict.Of(place.New.GetBoolean() == true ? OperationChangeRules.Deprecated : OperationChangeRules.Undeprecated, subject);

    private static bool IsExtension(FieldChange change) =>
        change.Field.StartsWith("x-", StringComparison.Ordinal) && change.Owner.Shape!.HasExtensions && change.Field is not ("x-webhooks");

    private static Verdict OfExtension(FieldChange change) => change switch
    {
        { Field: "x-sunset" } => Verdict.Of(OperationChangeRules.Sunset, PlaceWords.Of(change.Owner), PlaceWords.Became(change.Place)),
        { Owner.Shape.Name: "Info Object" or "Contact Object" or "License Object" or "Tag Object" } => change.Documentation(),
        _ => Verdict.Of(DocumentChangeRules.Extension, Excerpt.Of(change.Field), PlaceWords.Became(change.Place)),
    };

    /// <summary>Whether a map or list came or went that holds nothing, which says no more than none.</summary>
    private static bool IsEmpty(FieldChange change) => !change.IsEntry && change.Place.IsAdded != change.Place.IsRemoved
        && change.Place.Either is { Count: 0, Kind: RawKind.Object or RawKind.Array } && MayBeEmpty.Contains(change.Field);

    /// <summary>Whether a field of an OpenAPI 2.0 parameter or header is a keyword of its schema.</summary>
    private static bool IsOfValue(FieldChange change) =>
        change.Field is "type" or "format" or "items" or "default" or "maximum" or "exclusiveMaximum" or "minimum"
        or "exclusiveMinimum" or "maxLength" or "minLength" or "pattern" or "maxItems" or "minItems" or "uniqueItems" or "enum" or "multipleOf" or "x-nullable";
}
