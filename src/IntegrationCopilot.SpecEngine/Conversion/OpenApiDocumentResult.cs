using Microsoft.OpenApi;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What <see cref="OpenApiConversion.ToOpenApiDocument"/> gives.</summary>
/// <param name="Document">The description in the object model of Microsoft.OpenApi; null when that library cannot hold it, which <paramref name="Problems"/>
/// then explains with an error.</param>
/// <param name="Problems">What the object model lacks or that library objects to; empty when it holds everything. What is wrong with the description itself is
/// told by <see cref="SpecReadResult.Problems"/>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record OpenApiDocumentResult(OpenApiDocument? Document, IReadOnlyList<SpecProblem> Problems);
