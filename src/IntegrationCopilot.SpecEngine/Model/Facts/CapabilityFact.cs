namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// What one place of a document says about a capability, as data: which parameter is the idempotency key, how a list pages, which header signs. The set of
/// facts is closed.
/// </summary>
/// <remarks>
/// Ask an operation for its facts (<see cref="ApiOperation.Facts"/>), or the API for all of a sort (<see cref="ApiSpec.FactsOf{TFact}"/>). Text for people is
/// <see cref="ToString"/>; nothing is to be read from it.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public abstract record CapabilityFact
{
    private protected CapabilityFact()
    {
    }

    /// <summary>The capability it shows: one of <see cref="CapabilityIds"/>.</summary>
    public abstract string Capability { get; }

    /// <summary>The finer kind it shows, one of <see cref="SpecEngine.Capability.Kinds"/>; null when it shows none.</summary>
    public virtual string? Kind => null;

    /// <summary>The fact in a few words, for example <c>header Idempotency-Key</c>; texts of the document are cut and made harmless.</summary>
    public sealed override string ToString() => FactWords.Of(this);
}
