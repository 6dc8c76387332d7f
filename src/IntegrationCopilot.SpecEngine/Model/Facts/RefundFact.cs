namespace IntegrationCopilot.SpecEngine;

/// <summary>How money taken is given back.</summary>
public enum RefundKind
{
    /// <summary>Paid back, in whole or in part.</summary>
    Refund,

    /// <summary>Booked back.</summary>
    Reversal,

    /// <summary>Undone before it was settled.</summary>
    Void,

    /// <summary>Called off.</summary>
    Cancel,
}

/// <summary>An operation gives money back, or undoes what would take it.</summary>
/// <param name="Gives">How.</param>
/// <param name="Name">What says so: the path template, or the operation's <c>operationId</c>.</param>
/// <param name="IsPath">Whether <paramref name="Name"/> is the path template.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RefundFact(RefundKind Gives, string Name, bool IsPath) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Refunds;

    /// <inheritdoc />
    public override string Kind => FactKinds.Of(Gives);

    /// <summary>The field of the body that says how much, a number or a number's text; null when the operation takes none.</summary>
    public MessageField? Amount { get; init; }

    /// <summary>What names the thing that is given back: a parameter of the path, else an identifier in the body; null when nothing does.</summary>
    public MessageField? Target { get; init; }
}
