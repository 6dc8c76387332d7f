namespace IntegrationCopilot.SpecEngine;

/// <summary>What tells one thing of a resource from another, and where it stands in parameters, answers and requests.</summary>
/// <remarks>Names are those of the document in each place: create, read and list may spell them differently.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ResourceIdentifier
{
    /// <summary>The parts in the order of the path, the last one the thing's own; more than one where the key is composite.</summary>
    public required IReadOnlyList<IdentifierPart> Parts { get; init; }

    /// <summary>Where the identifier of a new thing is learnt.</summary>
    public required IdentifierSource Source { get; init; }

    /// <summary>0 to 1: how sure the document makes us of the field.</summary>
    public required double Confidence { get; init; }

    /// <summary>What told it.</summary>
    public IReadOnlyList<ResourceEvidence> Evidence { get; init; } = [];

    /// <summary>Name of the last part's parameter.</summary>
    public string Parameter => Parts[^1].Parameter;

    /// <summary>JSON Pointer of the last part, for example <c>/data/id</c>: in the answer that gives one thing; where none does, in that of the creation; where
    /// nothing creates, within one thing of the list. Null when that answer does not describe it.</summary>
    public string? Field { get; init; }
}

/// <summary>One part of an identifier.</summary>
/// <param name="Parameter">Name of the path parameter, or of the query parameter or body field of a call, that takes it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record IdentifierPart(string Parameter)
{
    /// <summary>JSON Pointer in the body of the answer that gives one thing, with the step <c>*</c> where that is an array; null when it is not
    /// there.</summary>
    public string? Read { get; init; }

    /// <summary>JSON Pointer in the body of the answer to a creation; null when it is not there.</summary>
    public string? Create { get; init; }

    /// <summary>JSON Pointer within one thing of a list (<see cref="ResourceAnswer.Envelope"/> leads to the array); empty where the list's members are bare
    /// identifiers or its keys are; null when it is not there.</summary>
    public string? ListItem { get; init; }

    /// <summary>JSON Pointer in the body that is sent to create one; null when it is not there.</summary>
    public string? Request { get; init; }
}

/// <summary>Where the identifier of a new thing is learnt.</summary>
public enum IdentifierSource
{
    /// <summary>A field of an answer.</summary>
    Answer,

    /// <summary>The client chose it, in the body or in the path.</summary>
    Request,

    /// <summary>The <c>Location</c> header.</summary>
    Location,

    /// <summary>Only the list shows it.</summary>
    List,

    /// <summary>The keys of a map are the identifiers.</summary>
    Key,
}
