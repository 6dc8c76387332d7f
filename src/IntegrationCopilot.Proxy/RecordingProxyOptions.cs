using System.ComponentModel.DataAnnotations;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Proxy;

/// <summary>How a recording proxy forwards, judges and records.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them.</threadsafety>
public sealed record RecordingProxyOptions
{
    /// <summary>Bytes of a body that are kept for judging, each way, unless told otherwise: 1,048,576 (1 MiB).</summary>
    public const int DefaultMaxJudgedBytes = 1024 * 1024;

    /// <summary>
    /// Whether what does not conform is refused before it passes: a request with 400, a response with 502, each with problem details (RFC 9457). Bodies are
    /// then
    /// held back up to <see cref="MaxJudgedBytes"/>; longer ones, and streams such as server-sent events, pass unjudged, and the exchange says so. Credentials
    /// are the
    /// API's business. Default false: everything passes as it comes, and is judged afterwards.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>Bytes of a body that are kept for judging, each way. Of a longer one the body is not judged. Default <see
    /// cref="DefaultMaxJudgedBytes"/>.</summary>
    [OptionRange(0)]
    public int MaxJudgedBytes { get; set; } = DefaultMaxJudgedBytes;

    /// <summary>How long to wait for the API to take a part of the request, or to begin its response; then the client gets 504. Default 100 seconds. Once a
    /// response has begun it may last.</summary>
    [OptionRange("00:00:00", "24.00:00:00", IsMinimumExcluded = true)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Whether the request tells the API whom it is for: <c>X-Forwarded-For</c>, <c>-Host</c> and <c>-Proto</c>. Default true.</summary>
    public bool SendsForwardedHeaders { get; set; } = true;

    /// <summary>How messages are judged; the defaults when null (the default).</summary>
    [ValidateObjectMembers]
    public MessageValidatorOptions? Validation { get; set; }

    /// <summary>
    /// Receives each exchange when it is over, of a web socket when it is open. Called on the thread of the request; what it throws is thrown to the server.
    /// </summary>
    public Action<ProxiedExchange>? OnExchange { get; set; }

    /// <summary>
    /// Receives the trace of each exchange, already redacted; <see cref="TraceWriter.WriteAsync"/> fits. It is awaited, after the client has its response; what
    /// it
    /// throws is thrown to the server. Null (the default) to record nothing.
    /// </summary>
    public Func<ApiTrace, CancellationToken, Task>? OnTrace { get; set; }

    /// <summary>Takes the secrets out of traces; default one that knows the usual names and shapes.</summary>
    [Required]
    public TraceRedactor Redactor { get; set; } = new();

    /// <summary>The kind of installation the API is. Default a sandbox.</summary>
    public EnvironmentType Environment { get; set; } = EnvironmentType.Sandbox;

    /// <summary>Who makes the calls; null (the default) when traces need not say.</summary>
    public string? Partner { get; set; }

    /// <summary>Where the time comes from; default the system's clock.</summary>
    [Required]
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// Sends the requests to the API; null (the default) for one that follows no redirection, keeps no cookies, unpacks nothing and uses no other proxy. One
    /// that is
    /// given is not disposed.
    /// </summary>
    public HttpMessageInvoker? Invoker { get; set; }
}
