using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>An answer in place of the one a mock would give.</summary>
/// <remarks>
/// <para>What is not set stays as it would be: a status alone is answered as the document describes that status, a body alone has the status of success, header
/// fields alone are added.</para>
/// <para>It answers whatever the request holds: credentials are not asked for, and a request that does not conform is not refused. What is wrong with it is
/// told all the same (<see cref="MockExchange.Findings"/>).</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads; so may what they hold.</threadsafety>
public sealed record MockOverride
{
    /// <summary>
    /// The operation: its <c>operationId</c>, or method and path as in the document, for example <c>GET /payments/{id}</c>. Null (the default) for any request,
    /// also one that belongs to no operation.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>A further condition; null (the default) for none. Called from any thread; one that throws does not hold.</summary>
    public Func<RecordedRequest, bool>? When { get; init; }

    /// <summary>Status code, 200 to 599; null (the default) for the usual one.</summary>
    public int? Status { get; init; }

    /// <summary>The body; null (the default) for the one described for the status.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>. Default <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Header fields, in place of those of the same names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How long to wait before answering. Default not at all.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many requests it answers, at least 1; null (the default) for all until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>Whether the connection breaks instead of an answer. Default false.</summary>
    public bool BreaksConnection { get; init; }
}
