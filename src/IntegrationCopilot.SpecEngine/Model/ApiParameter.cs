namespace IntegrationCopilot.SpecEngine;

/// <summary>Where a parameter travels.</summary>
public enum ParameterPlace
{
    /// <summary>In the path template.</summary>
    Path,

    /// <summary>In the query string, by name.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,

    /// <summary>In a cookie.</summary>
    Cookie,

    /// <summary>The whole query string (3.2).</summary>
    QueryString,
}

/// <summary>How a value is spelled in a URL, header or cookie (OpenAPI 3.1, section 4.8.12.3; OpenAPI 2.0 collection formats are mapped onto these).</summary>
public enum SerializationStyle
{
    /// <summary><c>;color=blue</c></summary>
    Matrix,

    /// <summary><c>.blue</c></summary>
    Label,

    /// <summary><c>blue,black</c>; the default in paths and headers.</summary>
    Simple,

    /// <summary><c>color=blue</c>; the default in queries and cookies.</summary>
    Form,

    /// <summary><c>color=blue%20black</c></summary>
    SpaceDelimited,

    /// <summary><c>color=blue|black</c></summary>
    PipeDelimited,

    /// <summary><c>color[R]=100</c></summary>
    DeepObject,

    /// <summary>Values separated by tabs (OpenAPI 2.0 <c>tsv</c>).</summary>
    TabDelimited,
}

/// <summary>A parameter of an operation.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ApiParameter
{
    /// <summary>Its name, as it is sent.</summary>
    public required string Name { get; init; }

    /// <summary>Where it travels.</summary>
    public required ParameterPlace Place { get; init; }

    /// <summary>The Parameter Object, references followed.</summary>
    public required RawNode Node { get; init; }

    /// <summary>Whether it must be sent; always true in paths.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is marked deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>How the value is spelled.</summary>
    public SerializationStyle Style { get; init; }

    /// <summary>Whether arrays and objects become several values.</summary>
    public bool Explode { get; init; }

    /// <summary>Whether reserved characters may stay unencoded.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>Whether an empty value is allowed (queries).</summary>
    public bool AllowEmptyValue { get; init; }

    /// <summary>For people (CommonMark).</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The schema; undefined when none is given or <see cref="Content"/> is. For OpenAPI 2.0 the parameter object itself, whose keywords are the schema.
    /// </summary>
    public RawNode Schema { get; init; }

    /// <summary>The one media type whose text the value is; null in most documents.</summary>
    public ApiMediaType? Content { get; init; }

    /// <summary>Example values: <c>example</c> first, then the values of <c>examples</c>.</summary>
    public IReadOnlyList<ApiExample> Examples { get; init; } = [];
}
