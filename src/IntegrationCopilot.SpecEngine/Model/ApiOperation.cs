namespace IntegrationCopilot.SpecEngine;

/// <summary>Where an operation is declared.</summary>
public enum OperationKind
{
    /// <summary>Under <c>paths</c>: the partner calls the API.</summary>
    Path,

    /// <summary>Under <c>webhooks</c> or <c>x-webhooks</c>: the API calls the partner.</summary>
    Webhook,

    /// <summary>Under an operation's <c>callbacks</c>: the API calls the partner.</summary>
    Callback,
}

/// <summary>One operation with everything it inherits: path-level parameters, servers and security.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiOperation
{
    /// <summary>Method and path, for example <c>GET /payments/{id}</c>: unique within a document and stable while both stay.</summary>
    public string Id => $"{Method} {Path}";

    /// <summary>Where it is declared.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path template as written, for example <c>/payments/{id}</c>; a webhook's name; a callback's runtime expression.</summary>
    public required string Path { get; init; }

    /// <summary>Name of its <see cref="ApiGroup"/>.</summary>
    public required string Group { get; init; }

    /// <summary>The Operation Object.</summary>
    public required RawNode Node { get; init; }

    /// <summary><c>operationId</c>, when written.</summary>
    public string? OperationId { get; init; }

    /// <summary>Short purpose.</summary>
    public string? Summary { get; init; }

    /// <summary>Long purpose (CommonMark).</summary>
    public string? Description { get; init; }

    /// <summary>Tags in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whether it is marked deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>
    /// Path-level and own parameters merged; the own one wins where name and place are equal. Never holds OpenAPI 2.0 body or formData parameters.
    /// </summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The request body; null when none is described. For OpenAPI 2.0 made from body and formData parameters.</summary>
    public ApiRequestBody? RequestBody { get; init; }

    /// <summary>Responses in document order.</summary>
    public IReadOnlyList<ApiResponse> Responses { get; init; } = [];

    /// <summary>
    /// Alternatives, any of which lets a caller in; an alternative without requirements means anonymous calls are allowed; an empty list means no security is
    /// described. Webhooks and callbacks have only their own: the document's is about calls to the API.
    /// </summary>
    public IReadOnlyList<SecurityAlternative> Security { get; init; } = [];

    /// <summary>Own servers, else the path's, else the document's.</summary>
    public IReadOnlyList<ApiServer> Servers { get; init; } = [];

    /// <summary>Calls the API makes back to the partner.</summary>
    public IReadOnlyList<ApiOperation> Callbacks { get; init; } = [];

    /// <summary>
    /// What the document says of its capabilities, as data, in the order of <see cref="ApiSpec.Capabilities"/>; of webhooks and callbacks, how they are signed.
    /// </summary>
    public IReadOnlyList<CapabilityFact> Facts { get; internal set; } = [];

    /// <summary>Where it is declared.</summary>
    public SourceLocation Location => Node.Location;

    /// <summary>The response described for a status: exact, else its range (<c>4XX</c>), else <c>default</c>; null when none is.</summary>
    public ApiResponse? FindResponse(int status) =>
        Responses.FirstOrDefault(r => r.Status.Length == 3 && int.TryParse(r.Status, out var code) && code == status)
        ?? Responses.FirstOrDefault(r =>
            r.Status.Length == 3 && r.Status[0] == (char)('0' + (status / 100)) && r.Status[1..].Equals("XX", StringComparison.OrdinalIgnoreCase))
        ?? Responses.FirstOrDefault(r => r.Status.Equals("default", StringComparison.Ordinal));
}
