namespace IntegrationCopilot.SpecEngine;

/// <summary>What errors look like.</summary>
public enum ErrorShape
{
    /// <summary>Problem details (RFC 9457).</summary>
    ProblemDetails,

    /// <summary>The vendor's own shape.</summary>
    Custom,
}

/// <summary>The body of an error is described.</summary>
/// <param name="Status">Status code, range, or <c>default</c>, as the document writes it.</param>
/// <param name="Shape">Whose shape it is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ErrorShapeFact(string Status, ErrorShape Shape) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.ErrorShape;

    /// <inheritdoc />
    public override string Kind => Shape == ErrorShape.ProblemDetails ? "problem-details" : "custom";

    /// <summary>
    /// What programs tell errors apart by, for example <c>/error/code</c>; null when no such field is described. Of a list of errors, in the first.
    /// </summary>
    public NodePointer? Code { get; init; }

    /// <summary>What people read, for example <c>/message</c>; null when no such field is described.</summary>
    public NodePointer? Message { get; init; }

    /// <summary>The list or object that says which fields are wrong, for example <c>/errors</c>; null when no such field is described.</summary>
    public NodePointer? Details { get; init; }
}
