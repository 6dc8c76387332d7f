using System.Collections.Concurrent;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The preferred sample of each part of a description that was asked for, made once.</summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class KeptSamples
{
    private readonly ConcurrentDictionary<object, SampleResult>[] kept =
        [.. Enum.GetValues<MessageDirection>().Select(_ => new ConcurrentDictionary<object, SampleResult>(ReferenceEqualityComparer.Instance))];

    /// <summary>The sample of a part.</summary>
    /// <param name="part">The representation, parameter or header; the same instance for the same part.</param>
    /// <param name="direction">Which way the message travels.</param>
    /// <param name="make">Makes it.</param>
    public SampleResult Of(object part, MessageDirection direction, Func<SampleResult> make) =>
        kept[(int)direction].TryGetValue(part, out var known) ? known : kept[(int)direction].GetOrAdd(part, make());
}
