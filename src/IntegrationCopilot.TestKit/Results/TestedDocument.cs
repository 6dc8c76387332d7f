namespace IntegrationCopilot.TestKit;

/// <summary>The document whose tests a run was made of.</summary>
/// <param name="Name">Its path relative to the working directory, the name of its file when it lies elsewhere, or its URL.</param>
/// <param name="Version"><c>info.version</c>; empty when missing.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestedDocument(string Name, string Version, string Sha256);
