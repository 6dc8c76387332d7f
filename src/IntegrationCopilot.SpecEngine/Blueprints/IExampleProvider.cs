namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives examples of JSON bodies to a blueprint, which makes none of its own: whether a value fits its schema is decided elsewhere.</summary>
/// <threadsafety>Used by one blueprint at a time; nothing more is asked of implementations.</threadsafety>
public interface IExampleProvider
{
    /// <summary>An example of a body.</summary>
    /// <param name="media">The representation, JSON or any.</param>
    /// <param name="sent">Whether the partner sends the body, so that it holds nothing <c>readOnly</c>; otherwise it receives it, and nothing in it is
    /// <c>writeOnly</c>.</param>
    ProvidedExample ExampleOf(ApiMediaType media, bool sent);
}

/// <summary>An example, or why there is none.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ProvidedExample
{
    private ProvidedExample()
    {
    }

    /// <summary>UTF-8 JSON text; empty when there is no example.</summary>
    public ReadOnlyMemory<byte> Json { get; private init; }

    /// <summary>Whether it, or a part of it, was made up because the document gives none.</summary>
    public bool Invented { get; private init; }

    /// <summary>Why there is no example, in one sentence; null when there is one.</summary>
    public string? Problem { get; private init; }

    /// <summary>An example.</summary>
    /// <param name="json">UTF-8 JSON text.</param>
    /// <param name="invented">Whether it, or a part of it, was made up.</param>
    public static ProvidedExample Of(ReadOnlyMemory<byte> json, bool invented) => new() { Json = json, Invented = invented };

    /// <summary>No example.</summary>
    /// <param name="problem">Why, in one sentence.</param>
    public static ProvidedExample None(string problem)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(problem);
        return new ProvidedExample { Problem = problem };
    }
}
