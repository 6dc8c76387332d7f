using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Samples as the examples of a blueprint: each conforms to its schema in the direction its body travels.</summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class SampleExamples : IExampleProvider
{
    private readonly SampleGenerator samples;

    /// <summary>Initializes a new instance with samples of its own.</summary>
    /// <param name="spec">The API.</param>
    public SampleExamples(ApiSpec spec)
        : this(new SampleGenerator(spec))
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="samples">Makes the samples.</param>
    public SampleExamples(SampleGenerator samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        this.samples = samples;
    }

    /// <inheritdoc />
    public ProvidedExample ExampleOf(ApiMediaType media, bool sent)
    {
        var sample = samples.ForBody(media, sent ? MessageDirection.Request : MessageDirection.Response);
        return sample.Found ? ProvidedExample.Of(sample.Json, sample.Origin == SampleOrigin.Generated) : ProvidedExample.None(sample.Problem!);
    }
}
