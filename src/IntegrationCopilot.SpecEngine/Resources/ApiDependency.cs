namespace IntegrationCopilot.SpecEngine;

/// <summary>An operation's answer or request that supplies what another operation needs.</summary>
/// <param name="Producer">The operation to call first.</param>
/// <param name="Field">JSON Pointer in the producer's answer, or in its request where <see cref="FromRequest"/>; a step <c>*</c> stands for each item of an
/// array. <c>header:Location</c> for the end of that header.</param>
/// <param name="Consumer">The operation that needs the value.</param>
/// <param name="Parameter">Name of the consumer's parameter, or JSON Pointer (it begins with <c>/</c>) of the field in its body.</param>
/// <param name="Place">Where the consumer's parameter travels; null for a field of the body.</param>
/// <param name="Confidence">0 to 1.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiDependency(ApiOperation Producer, string Field, ApiOperation Consumer, string Parameter, ParameterPlace? Place, double Confidence)
{
    /// <summary>Whether the value is what the client sent to the producer: the client chose the identifier.</summary>
    public bool FromRequest { get; init; }

    /// <summary>The resource whose identifier it is; null when a described link says so and no resource is known.</summary>
    public ApiResource? Resource { get; init; }

    /// <summary>What told it, the deciding evidence first.</summary>
    public IReadOnlyList<ResourceEvidence> Evidence { get; init; } = [];
}
