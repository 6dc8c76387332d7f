namespace IntegrationCopilot.MockGen;

/// <summary>A request that tests need on their way: to learn a value that another request names, or to remove what was created.</summary>
/// <param name="Operation"><see cref="SpecEngine.ApiOperation.Id"/> of the operation that is called.</param>
/// <param name="Request">A request that the document allows.</param>
/// <param name="Variables">The variables of <paramref name="Request"/>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ProducerCall(string Operation, StepRequest Request, IReadOnlyList<TestVariable> Variables);
