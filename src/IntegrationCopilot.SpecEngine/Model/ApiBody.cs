namespace IntegrationCopilot.SpecEngine;

/// <summary>The body an operation accepts.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiRequestBody
{
    /// <summary>The Request Body Object, references followed; for OpenAPI 2.0 the body parameter, or the operation for form data.</summary>
    public required RawNode Node { get; init; }

    /// <summary>Whether a body must be sent.</summary>
    public bool Required { get; init; }

    /// <summary>For people (CommonMark).</summary>
    public string? Description { get; init; }

    /// <summary>Accepted media types in document order.</summary>
    public IReadOnlyList<ApiMediaType> Content { get; init; } = [];
}

/// <summary>One representation of a body.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiMediaType
{
    /// <summary>Media type or range, for example <c>application/json</c> or <c>text/*</c>.</summary>
    public required string Name
    {
        get;
        init
        {
            field = value;
            Type = MediaTypeName.Parse(value);
        }
    }

    /// <summary><see cref="Name"/>, taken apart.</summary>
    public MediaTypeName Type { get; private init; } = null!;

    /// <summary>The Media Type Object; for OpenAPI 2.0 the node that carries the schema.</summary>
    public required RawNode Node { get; init; }

    /// <summary>The schema, references not yet followed; undefined when none is given.</summary>
    public RawNode Schema { get; init; }

    /// <summary>Schema of each item of a sequential media type (3.2); undefined otherwise.</summary>
    public RawNode ItemSchema { get; init; }

    /// <summary>
    /// Whether a body is a stream of values, one after another, each of them as <see cref="Schema"/> describes, although its media type is that of one value:
    /// what gateways from gRPC to JSON answer, and describe under <c>x-stream-definitions</c> or call <c>Stream result of …</c>.
    /// </summary>
    public bool IsStream { get; init; }

    /// <summary>Example values: <c>example</c> first, then the values of <c>examples</c>.</summary>
    public IReadOnlyList<ApiExample> Examples { get; init; } = [];

    /// <summary>The <c>encoding</c> map of forms; undefined when none is given.</summary>
    public RawNode Encoding { get; init; }

    /// <summary>
    /// Whether the representation is JSON: <c>application/json</c>, <c>text/json</c> or a <c>+json</c> suffix (RFC 6839), parameters ignored.
    /// </summary>
    public bool IsJson => Type.IsJson;
}

/// <summary>An example value.</summary>
/// <param name="Name">Its name in <c>examples</c>; empty for <c>example</c>.</param>
/// <param name="Value">The value.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiExample(string Name, RawNode Value);

/// <summary>One described response.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiResponse
{
    /// <summary><c>200</c>, a range such as <c>4XX</c>, or <c>default</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The Response Object, references followed.</summary>
    public required RawNode Node { get; init; }

    /// <summary>For people (CommonMark).</summary>
    public string? Description { get; init; }

    /// <summary>Described headers, <c>Content-Type</c> excepted.</summary>
    public IReadOnlyList<ApiHeader> Headers { get; init; } = [];

    /// <summary>Possible representations; empty when the response has no body.</summary>
    public IReadOnlyList<ApiMediaType> Content { get; init; } = [];

    /// <summary>Whether a header of that name is described; names compare ignoring case.</summary>
    public bool Describes(string header) => Headers.Any(h => h.Name.Equals(header, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A described response header.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiHeader
{
    /// <summary>Its name; compares ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>The Header Object, references followed.</summary>
    public required RawNode Node { get; init; }

    /// <summary>Whether it is always sent.</summary>
    public bool Required { get; init; }

    /// <summary>Whether objects become <c>name=value</c> pairs.</summary>
    public bool Explode { get; init; }

    /// <summary>The schema; undefined when none is given. For OpenAPI 2.0 the header object itself.</summary>
    public RawNode Schema { get; init; }

    /// <summary>The one media type whose text the value is; null in most documents.</summary>
    public ApiMediaType? Content { get; init; }

    /// <summary>Example values.</summary>
    public IReadOnlyList<ApiExample> Examples { get; init; } = [];
}
