using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The description of an API that an exchange was judged by. Where it lies on somebody's disk is not said.</summary>
/// <param name="Title"><c>info.title</c>; empty when missing.</param>
/// <param name="Version"><c>info.version</c>; empty when missing.</param>
/// <param name="Sha256">SHA-256 of the bytes of its entry document, 64 lower-case hexadecimal digits.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceDocument(string Title, string Version, string Sha256)
{
    /// <summary>Names a description.</summary>
    /// <param name="spec">The description.</param>
    public static TraceDocument Of(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new(spec.Title, spec.Version, spec.Document.Sha256);
    }
}
