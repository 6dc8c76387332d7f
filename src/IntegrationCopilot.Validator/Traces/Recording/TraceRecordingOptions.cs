using System.Net.Http;

namespace IntegrationCopilot.Validator;

/// <summary>How the exchanges of an <see cref="HttpClient"/> are recorded.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceRecordingOptions
{
    /// <summary>
    /// Receives each trace, already redacted; <see cref="TraceWriter.WriteAsync"/> fits. It is awaited before the response is handed on, and what it throws is
    /// thrown to the caller of the client.
    /// </summary>
    public required Func<ApiTrace, CancellationToken, Task> OnTrace { get; init; }

    /// <summary>The kind of installation that is called.</summary>
    public required EnvironmentType Environment { get; init; }

    /// <summary>Takes the secrets out; default one that knows the usual names and shapes.</summary>
    public TraceRedactor Redactor { get; init; } = new();

    /// <summary>What makes the exchanges come about; default an application that records.</summary>
    public TraceOrigin Origin { get; init; } = TraceOrigin.External;

    /// <summary>Where the time comes from; default the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Who makes the calls; null (the default) when traces need not say.</summary>
    public string? Partner { get; init; }

    /// <summary>
    /// Checks each exchange, so that its trace carries findings and the operation of the document; null (the default) when nothing is checked.
    /// </summary>
    public MessageValidator? Validator { get; init; }

    /// <summary>Finds the operation a request belongs to; null (the default) for the operation <see cref="Validator"/> finds, if any.</summary>
    public Func<HttpRequestMessage, TraceOperation?>? Operation { get; init; }
}
