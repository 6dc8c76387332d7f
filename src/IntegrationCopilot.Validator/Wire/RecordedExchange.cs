namespace IntegrationCopilot.Validator;

/// <summary>An HTTP request as it was sent or received: plain data, independent of any HTTP stack.</summary>
public sealed record RecordedRequest
{
    /// <summary>The method as written on the wire, for example <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Absolute URL, or path and query (starting with <c>/</c>) as received by a server; percent-encoding as on the wire.</summary>
    public required string Url { get; init; }

    /// <summary>Header fields in order; a name may occur more than once. Names compare ignoring case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body bytes after transfer coding; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}

/// <summary>An HTTP response as it was sent or received: plain data, independent of any HTTP stack.</summary>
public sealed record RecordedResponse
{
    /// <summary>Status code, 100 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>Header fields in order; a name may occur more than once. Names compare ignoring case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body bytes after transfer coding; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
