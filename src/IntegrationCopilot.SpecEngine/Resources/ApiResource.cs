namespace IntegrationCopilot.SpecEngine;

/// <summary>A kind of thing behind an API: customers, payments, the items of a payment, the settings of an account.</summary>
/// <remarks>Concluded from paths, names and schemas, so it may be wrong: <see cref="Confidence"/> says how sure, <see cref="Evidence"/> why. Equality is
/// identity.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class ApiResource
{
    /// <summary>Singular name in lower case with underscores, for example <c>payment_method</c>; unique within the model.</summary>
    public required string Name { get; init; }

    /// <summary>How it lives.</summary>
    public required ResourceKind Kind { get; init; }

    /// <summary>Path template of all of them, as written; null for singletons, for calls, and where there is none.</summary>
    public string? CollectionPath { get; init; }

    /// <summary>Path template of one of them, as written, or of the singleton; null for things that are only listed, for calls, and where none ends
    /// there.</summary>
    public string? ItemPath { get; init; }

    /// <summary>The resource beneath which it lies; null at the top.</summary>
    public ApiResource? Parent { get; init; }

    /// <summary>Path parameters before its own, outermost first, as its own paths name them: those of <see cref="Parent"/>, and of scopes that are no
    /// resource.</summary>
    public IReadOnlyList<string> ParentParameters { get; init; } = [];

    /// <summary>What tells one from another; null for singletons and things that are only listed.</summary>
    public ResourceIdentifier? Identifier { get; init; }

    /// <summary>Makes one.</summary>
    public ApiOperation? Create { get; init; }

    /// <summary>Lists them.</summary>
    public ApiOperation? List { get; init; }

    /// <summary>Gives one.</summary>
    public ApiOperation? Read { get; init; }

    /// <summary>Changes parts of one.</summary>
    public ApiOperation? Update { get; init; }

    /// <summary>Puts one in the place of another. The same operation as <see cref="Create"/> where PUT does both.</summary>
    public ApiOperation? Replace { get; init; }

    /// <summary>Removes one.</summary>
    public ApiOperation? Delete { get; init; }

    /// <summary>What else is done with one, in document order.</summary>
    public IReadOnlyList<ApiOperation> Actions { get; init; } = [];

    /// <summary>Where the thing lies in the answers of its operations, for each that answers with it or with several.</summary>
    public IReadOnlyList<ResourceAnswer> Answers { get; init; } = [];

    /// <summary>Schema of one thing as it is read, else listed, else created, references not followed; undefined when none is described.</summary>
    public RawNode Schema { get; init; }

    /// <summary>Its fields that name other things.</summary>
    public IReadOnlyList<ResourceReference> References { get; internal set; } = [];

    /// <summary>Its fields that say in which state it is.</summary>
    public IReadOnlyList<ResourceState> States { get; init; } = [];

    /// <summary>Names of the fields sent to <see cref="Create"/> of which no two things have the same value: the document calls them unique, or names them
    /// where it describes the answer 409.</summary>
    public IReadOnlyList<string> UniqueFields { get; init; } = [];

    /// <summary>0 to 1: how sure the document makes us that this is a resource.</summary>
    public double Confidence { get; init; }

    /// <summary>What told that it is one.</summary>
    public IReadOnlyList<ResourceEvidence> Evidence { get; init; } = [];

    /// <summary>Where the thing lies in the successful answer of an operation; null when the answer does not hold it.</summary>
    public ResourceAnswer? AnswerOf(ApiOperation operation) => Answers.FirstOrDefault(answer => ReferenceEquals(answer.Operation, operation));
}

/// <summary>How the things of a resource live.</summary>
public enum ResourceKind
{
    /// <summary>Many, each under an identifier.</summary>
    Collection,

    /// <summary>Exactly one under its parent, there from the start: settings, a profile.</summary>
    Singleton,

    /// <summary>That one thing belongs to another: put and deleted under the other's identifier.</summary>
    Membership,

    /// <summary>Many that are added and listed, never addressed singly: events, comments without ids.</summary>
    AppendOnly,
}

/// <summary>Where a resource's thing, or several, lie in an answer.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Status">Status of the answer as described, for example <c>200</c>.</param>
/// <param name="Envelope">JSON Pointer to the thing, or to the array or map of things; empty when the body is that.</param>
/// <param name="Form">Whether one thing or several lie there.</param>
/// <param name="Item">JSON Pointer from each member of the array or map to the thing; empty when the member is the thing.</param>
/// <param name="Schema">Schema of one thing in this answer, references not followed.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ResourceAnswer(ApiOperation Operation, string Status, string Envelope, AnswerForm Form, string Item, RawNode Schema);

/// <summary>How things lie in an answer.</summary>
public enum AnswerForm
{
    /// <summary>One object.</summary>
    One,

    /// <summary>An array of objects.</summary>
    Array,

    /// <summary>An object whose member names are the identifiers.</summary>
    Map,

    /// <summary>An array of bare identifiers.</summary>
    Identifiers,
}

/// <summary>A field of a resource that names a thing of another, or of the same.</summary>
/// <param name="Pointer">JSON Pointer of the field within the thing; a step <c>*</c> stands for each item of an array.</param>
/// <param name="Resource">Name of the resource whose identifier it holds.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Node">The field's schema.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ResourceReference(string Pointer, string Resource, double Confidence, RawNode Node);

/// <summary>A field of a resource that says in which state it is.</summary>
/// <param name="Pointer">JSON Pointer of the field within the thing.</param>
/// <param name="Values">The states, first to last as far as the document shows an order: the first is that of a new thing.</param>
/// <param name="Transitions">The actions that lead to a state.</param>
/// <param name="Node">The field's schema.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ResourceState(string Pointer, IReadOnlyList<string> Values, IReadOnlyList<StateTransition> Transitions, RawNode Node);

/// <summary>An action that leads to a state.</summary>
/// <param name="Action">The operation.</param>
/// <param name="Value">The state afterwards, a member of the enumeration.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StateTransition(ApiOperation Action, string Value);
