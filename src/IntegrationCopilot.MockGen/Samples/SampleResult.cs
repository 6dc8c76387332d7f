using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>Where a sample comes from.</summary>
public enum SampleOrigin
{
    /// <summary>The document gives it: an example that conforms to its schema, taken whole.</summary>
    Example,

    /// <summary>Made from the schema. Parts of it may still be given by the document; <see cref="SampleResult.Invented"/> names those that are not.</summary>
    Generated,
}

/// <summary>A sample, and in what it does not conform where no conforming value was found.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SampleResult
{
    /// <summary>
    /// UTF-8 JSON text that conforms to the schema; where <see cref="Found"/> is false, what comes nearest. Empty only when an example was asked for that is
    /// missing or does not conform.
    /// </summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Whether a conforming value was found.</summary>
    public bool Found => Problem is null;

    /// <summary>Where the sample comes from.</summary>
    public SampleOrigin Origin { get; init; }

    /// <summary>
    /// JSON Pointers (RFC 6901) of the values that were made up, in document order: neither example, <c>default</c>, <c>const</c> nor <c>enum</c> of the
    /// document gives them. Empty when nothing was. Of more than 200 the first 200.
    /// </summary>
    public IReadOnlyList<string> Invented { get; init; } = [];

    /// <summary>Name of the example used; empty for an unnamed one, null when <see cref="Origin"/> is not <see cref="SampleOrigin.Example"/>.</summary>
    public string? Example { get; init; }

    /// <summary>Where the sample does not conform, at most 20 places; empty when it does.</summary>
    public IReadOnlyList<SampleNote> Notes { get; init; } = [];

    /// <summary>Why no conforming value was found, in one sentence; null when one was.</summary>
    public string? Problem { get; init; }

    /// <summary>The sample as a JSON value.</summary>
    /// <exception cref="InvalidOperationException">There is none: <see cref="Json"/> is empty.</exception>
    public JsonElement ToElement()
    {
        if (Json.IsEmpty) throw new InvalidOperationException($"There is no sample: {Problem}");
        return JsonElement.Parse(Json.Span);
    }
}
