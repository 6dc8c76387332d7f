using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Proxy;

/// <summary>How a recording proxy forwards, judges and records.</summary>
public sealed record RecordingProxyOptions
{
    /// <summary>Bytes of a body that are kept for judging, each way, unless told otherwise: 1,048,576 (1 MiB).</summary>
    public const int DefaultMaxJudgedBytes = 1024 * 1024;

    /// <summary>
    /// Whether what does not conform is refused before it passes: a request with 400, a response with 502, each with problem details (RFC 9457). Bodies are then
    /// held back up to <see cref="MaxJudgedBytes"/>; longer ones, and streams such as server-sent events, pass unjudged, and the exchange says so. Credentials are the
    /// API's business. Default false: everything passes as it comes, and is judged afterwards.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>Bytes of a body that are kept for judging, each way. Of a longer one the body is not judged. Default <see cref="DefaultMaxJudgedBytes"/>.</summary>
    public int MaxJudgedBytes { get; init; } = DefaultMaxJudgedBytes;

    /// <summary>How long to wait for the API to take a part of the request, or to begin its response; then the client gets 504. Default 100 seconds. Once a
    /// response has begun it may last.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Whether the request tells the API whom it is for: <c>X-Forwarded-For</c>, <c>-Host</c> and <c>-Proto</c>. Default true.</summary>
    public bool SendsForwardedHeaders { get; init; } = true;

    /// <summary>How messages are judged; the defaults when null (the default).</summary>
    public MessageValidatorOptions? Validation { get; init; }

    /// <summary>
    /// Receives each exchange when it is over, of a web socket when it is open. Called on the thread of the request; what it throws is thrown to the server.
    /// </summary>
    public Action<ProxiedExchange>? OnExchange { get; init; }

    /// <summary>
    /// Receives the trace of each exchange, already redacted; <see cref="TraceWriter.WriteAsync"/> fits. It is awaited, after the client has its response; what it
    /// throws is thrown to the server. Null (the default) to record nothing.
    /// </summary>
    public Func<ApiTrace, CancellationToken, Task>? OnTrace { get; init; }

    /// <summary>Takes the secrets out of traces; default one that knows the usual names and shapes.</summary>
    public TraceRedactor Redactor { get; init; } = new();

    /// <summary>The kind of installation the API is. Default a sandbox.</summary>
    public EnvironmentType Environment { get; init; } = EnvironmentType.Sandbox;

    /// <summary>Who makes the calls; null (the default) when traces need not say.</summary>
    public string? Partner { get; init; }

    /// <summary>Where the time comes from; default the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Sends the requests to the API; null (the default) for one that follows no redirection, keeps no cookies, unpacks nothing and uses no other proxy. One that is
    /// given is not disposed.
    /// </summary>
    public HttpMessageInvoker? Invoker { get; init; }
}
