namespace IntegrationCopilot.SpecEngine;

/// <summary>A place in the document from which something about operations or resources was concluded, and by which rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Node">The place.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct ResourceEvidence(InferenceRule Rule, RawNode Node)
{
    /// <summary>The place with line and column.</summary>
    public SourceLocation Location => Node.Location;
}

/// <summary>The rules by which effects, resources and dependencies are concluded.</summary>
public enum InferenceRule
{
    /// <summary>An extension says so: <c>x-effect</c>, <c>x-destructive</c> and the like.</summary>
    Hint,

    /// <summary>The HTTP method.</summary>
    Method,

    /// <summary>A verb in the path: <c>/auth/disable</c>, <c>:cancel</c>, <c>/chat.postMessage</c>.</summary>
    PathVerb,

    /// <summary>A verb in the operation id.</summary>
    OperationIdVerb,

    /// <summary>The verb with which the summary or the description begins.</summary>
    SummaryVerb,

    /// <summary>A phrase of the description, such as "cannot be undone".</summary>
    Phrase,

    /// <summary>A described status: 201 creates, 202 starts work.</summary>
    Status,

    /// <summary>DELETE of something that names no single thing.</summary>
    DeletesMany,

    /// <summary>DELETE of a way in that this API cannot make again: session, grant, token, credential.</summary>
    DeletesAccess,

    /// <summary>POST to a collection.</summary>
    PostToCollection,

    /// <summary>POST to a single thing, or beneath one.</summary>
    PostToItem,

    /// <summary>A path ends in a parameter, and a path without it exists.</summary>
    ItemBesideCollection,

    /// <summary>A path ends in a parameter and is read, replaced or deleted.</summary>
    ItemByMethods,

    /// <summary>A path without an own parameter is read and written.</summary>
    SingletonByMethods,

    /// <summary>A path is listed and added to, and its things have no path of their own.</summary>
    AppendOnlyByMethods,

    /// <summary>Operations are named as calls: thing and verb.</summary>
    CallNames,

    /// <summary>An OpenAPI link.</summary>
    Link,

    /// <summary>A field has the parameter's name.</summary>
    FieldNamedAsParameter,

    /// <summary>A field's name is the end of the parameter's, and the rest is the resource: <c>userId</c> and <c>id</c>.</summary>
    FieldEndsParameter,

    /// <summary>The field is the resource's name and <c>id</c>.</summary>
    FieldNamedAsResource,

    /// <summary>The field is <c>id</c>, whatever the parameter is called.</summary>
    FieldNamedId,

    /// <summary>The field is a natural key: <c>key</c>, <c>slug</c>, <c>name</c>, <c>code</c>.</summary>
    FieldIsKey,

    /// <summary>A read-only, required field in the format of an identifier.</summary>
    FieldIsMade,

    /// <summary>The client chooses the identifier.</summary>
    ChosenByClient,

    /// <summary>The <c>Location</c> header of the answer to a creation.</summary>
    LocationHeader,

    /// <summary>The keys of a map are the identifiers.</summary>
    MapKeys,

    /// <summary>Both sides share a schema.</summary>
    SameSchema,

    /// <summary>Both sides share a name.</summary>
    SameName,

    /// <summary>The path puts one beneath the other.</summary>
    PathNesting,

    /// <summary>A field is named after a resource of the document.</summary>
    FieldNamesResource,

    /// <summary>The verb of an action and a member of an enumeration have the same stem: <c>capture</c> and <c>captured</c>.</summary>
    VerbLeadsToState,

    /// <summary>The parameter's description says what the value is called: "The name of the project".</summary>
    FieldDescribed,
}
