namespace IntegrationCopilot.SpecEngine;

/// <summary>An API understood as things: what each operation does to which resource, and which call supplies what another needs.</summary>
/// <remarks>
/// <para>Concluded by <see cref="ResourceInference"/> from what the document says, the same for the same document. Documents may mislead it: everything has a
/// confidence and evidence.</para>
/// <para>At 0.8 and above a conclusion may be acted on; between 0.5 and 0.8 it is an assumption to be shown as one; below that it is only worth telling.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class ResourceModel
{
    private readonly Dictionary<ApiOperation, OperationMeaning> meanings;

    internal ResourceModel(IReadOnlyList<OperationMeaning> operations, IReadOnlyList<ApiResource> resources, IReadOnlyList<ApiDependency> dependencies)
    {
        Operations = operations;
        Resources = resources;
        Dependencies = dependencies;
        meanings = new Dictionary<ApiOperation, OperationMeaning>(operations.Count, ReferenceEqualityComparer.Instance);
        foreach (var meaning in operations) meanings[meaning.Operation] = meaning;
    }

    /// <summary>What each operation under <c>paths</c> means, in document order.</summary>
    public IReadOnlyList<OperationMeaning> Operations { get; }

    /// <summary>The resources, a parent before its children, in document order otherwise.</summary>
    public IReadOnlyList<ApiResource> Resources { get; }

    /// <summary>Which call supplies which value of another, by consumer in document order, the best supplier of a value first.</summary>
    public IReadOnlyList<ApiDependency> Dependencies { get; }

    /// <summary>What an operation means.</summary>
    /// <exception cref="ArgumentException">The operation is none of those under <c>paths</c> of the description this was concluded from.</exception>
    public OperationMeaning Of(ApiOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return meanings.TryGetValue(operation, out var meaning) ? meaning
            : throw new ArgumentException($"{operation.Id} is no operation of this description.", nameof(operation));
    }
}
