namespace IntegrationCopilot.MockGen;

/// <summary>Something a mock does with requests: asks for credentials, remembers, delays, spoils an answer on purpose.</summary>
/// <remarks>
/// <para>A mock is a list of behaviours around an answer made from the document. When an operation is first called each behaviour is asked once what it does
/// for it,
/// so that what does not concern an operation costs its requests nothing.</para>
/// <para>Built-in behaviours are of this kind too; <see cref="MockOptions.Behaviours"/> adds others, <see cref="MockOptions.Without"/> leaves some out.</para>
/// </remarks>
/// <threadsafety>Implementations must allow any number of threads at once.</threadsafety>
public interface IMockBehaviour
{
    /// <summary>What it is called in options, in lower case with hyphens, for example <c>idempotency</c>.</summary>
    string Name { get; }

    /// <summary>Where it stands among the others.</summary>
    MockStage Stage { get; }

    /// <summary>What is done with the requests of an operation.</summary>
    /// <param name="operation">The operation; null for requests that belong to none: unknown paths, methods that are not described, the mock's own
    /// paths.</param>
    /// <param name="next">What the behaviours further in do, and in the end the answer. It may be called before, after or not at all.</param>
    /// <returns>A step that may call <paramref name="next"/>; <paramref name="next"/> itself when the behaviour has nothing to do with the operation.</returns>
    MockStep Build(MockOperation? operation, MockStep next);
}

/// <summary>Answers a request, or has it answered further in.</summary>
/// <param name="request">The request.</param>
public delegate ValueTask<MockReply> MockStep(MockRequest request);

/// <summary>
/// Where a behaviour stands in the way of a request, outermost first. Within a stage built-in behaviours stand outside of others, and these in the order they
/// were given.
/// </summary>
public enum MockStage
{
    /// <summary>Around everything: sees every request and every answer, refusals and unknown paths included.</summary>
    Exchange,

    /// <summary>Who may call, and how often. The request is not yet validated.</summary>
    Admission,

    /// <summary>Requests that do not conform are refused here.</summary>
    Validation,

    /// <summary>Requests that were sent before. From here on requests conform.</summary>
    Repetition,

    /// <summary>How long the work takes, and whether it fails.</summary>
    Processing,

    /// <summary>What only holds for what is there: conditions, states.</summary>
    Condition,

    /// <summary>Answers out of what was kept; further in are only those made from the document.</summary>
    Content,
}
