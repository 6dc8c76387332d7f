namespace IntegrationCopilot.SpecEngine;

/// <summary>The edition of the OpenAPI Specification a document is written in.</summary>
public enum OpenApiEdition
{
    /// <summary>OpenAPI (Swagger) 2.0.</summary>
    V20,

    /// <summary>OpenAPI 3.0.x.</summary>
    V30,

    /// <summary>OpenAPI 3.1.x.</summary>
    V31,

    /// <summary>OpenAPI 3.2.x.</summary>
    V32,
}

/// <summary>An API as its document describes it: operations with everything they inherit, ready to use.</summary>
/// <remarks>
/// Not the document: <see cref="Document"/> is. Schemas, examples and extensions are given as <see cref="RawNode"/>s, so no keyword is lost and each knows its
/// line.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiSpec
{
    /// <summary>The entry document.</summary>
    public required RawDocument Document { get; init; }

    /// <summary>Follows references between the documents of this description.</summary>
    public required RawDocumentSet Documents { get; init; }

    /// <summary>The edition read.</summary>
    public required OpenApiEdition Edition { get; init; }

    /// <summary>The version string as written in <c>openapi</c> or <c>swagger</c>, for example <c>3.0.3</c>.</summary>
    public required string OpenApiVersion { get; init; }

    /// <summary><c>info.title</c>; empty when missing.</summary>
    public required string Title { get; init; }

    /// <summary><c>info.version</c>; empty when missing.</summary>
    public required string Version { get; init; }

    /// <summary><c>info.description</c> (CommonMark).</summary>
    public string? Description { get; init; }

    /// <summary>Servers of the whole API; for OpenAPI 2.0 made from schemes, host and basePath.</summary>
    public IReadOnlyList<ApiServer> Servers { get; init; } = [];

    /// <summary>Operations under <c>paths</c>, in document order.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; init; } = [];

    /// <summary>Messages the API sends: 3.1 <c>webhooks</c> and vendors' <c>x-webhooks</c>. <see cref="ApiOperation.Path"/> is the webhook's name.</summary>
    public IReadOnlyList<ApiOperation> Webhooks { get; init; } = [];

    /// <summary>Security schemes by name.</summary>
    public IReadOnlyList<SecurityScheme> SecuritySchemes { get; init; } = [];

    /// <summary>Operations by first meaningful path segment, in order of first appearance.</summary>
    public IReadOnlyList<ApiGroup> Groups { get; init; } = [];

    /// <summary>What the API can do, each with evidence, whether detected or not.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

    /// <summary>The node a <c>$ref</c> leads to, through any number of further references; the node itself when it has none.</summary>
    /// <returns>The target, or an undefined node when the reference leads nowhere or in a circle.</returns>
    public RawNode Resolve(RawNode node) => Documents.Resolve(node);

    /// <summary>All facts of one sort that the evidence of the whole document holds, in document order.</summary>
    /// <typeparam name="TFact">The sort, for example <see cref="DeliveryFact"/>; <see cref="CapabilityFact"/> for all.</typeparam>
    public IEnumerable<TFact> FactsOf<TFact>()
        where TFact : CapabilityFact => Capabilities.SelectMany(capability => capability.Evidence).Select(evidence => evidence.Fact).OfType<TFact>();

    /// <summary>The operation of that method and path template; null when there is none.</summary>
    public ApiOperation? FindOperation(string method, string path) =>
        Operations.FirstOrDefault(o =>
            string.Equals(o.Method, method, StringComparison.OrdinalIgnoreCase) && string.Equals(o.Path, path, StringComparison.Ordinal));
}

/// <summary>A base URL under which the API is served.</summary>
/// <param name="UrlTemplate">As written, with <c>{variables}</c>; may be relative.</param>
/// <param name="Url">With variables replaced by their defaults; may be relative.</param>
/// <param name="Description">For people.</param>
/// <param name="Location">Where it is declared.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiServer(string UrlTemplate, string Url, string? Description, SourceLocation Location);

/// <summary>Operations that share their first meaningful path segment.</summary>
/// <param name="Name">The segment, for example <c>payments</c>; <c>root</c> for the operation on <c>/</c>.</param>
/// <param name="Operations">In document order.</param>
/// <param name="Capabilities">What this group can do, each with evidence, whether detected or not.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiGroup(string Name, IReadOnlyList<ApiOperation> Operations, IReadOnlyList<Capability> Capabilities);
