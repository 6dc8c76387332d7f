using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>An operation as a mock answers it.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class MockOperation
{
    private readonly Lazy<MockStep> step;
    private readonly Lazy<MockStep> content;

    internal MockOperation(MockEngine engine, ApiOperation description, OperationAnswers answers, BehaviourChain chain)
    {
        Engine = engine;
        Description = description;
        Answers = answers;
        step = new Lazy<MockStep>(() => chain.Build(this));
        content = new Lazy<MockStep>(() => chain.Build(this, MockStage.Content));
    }

    /// <summary>The mock.</summary>
    public MockEngine Engine { get; }

    /// <summary>The operation as the document describes it.</summary>
    public ApiOperation Description { get; }

    /// <summary>Status of a good answer that nobody asked to be another.</summary>
    public int SuccessStatus => Answers.Success;

    internal OperationAnswers Answers { get; }

    /// <summary>Everything that is done with its requests.</summary>
    internal MockStep Step => step.Value;

    /// <summary>What only finds the answer.</summary>
    internal MockStep Content => content.Value;
}
