using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>How the requests an ASP.NET Core application answers are recorded.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them.</threadsafety>
public sealed record ServerTraceRecordingOptions
{
    /// <summary>
    /// Receives each trace, already redacted, when the response has been written; <see cref="TraceWriter.WriteAsync"/> fits. It is awaited, and what it throws
    /// is thrown to the server.
    /// </summary>
    [Required(ErrorMessage = "{0} is not set; it receives each trace, and TraceWriter.WriteAsync fits.")]
    public required Func<ApiTrace, CancellationToken, Task> OnTrace { get; set; }

    /// <summary>The kind of installation the application is.</summary>
    [Required(ErrorMessage = "{0} is not set; allowed is Mock, Sandbox, Uat or Production.")]
    public required EnvironmentType? Environment { get; set; }

    /// <summary>Takes the secrets out; default one that knows the usual names and shapes.</summary>
    [Required]
    public TraceRedactor Redactor { get; set; } = new();

    /// <summary>What makes the exchanges come about; default an application that records.</summary>
    public TraceOrigin Origin { get; set; } = TraceOrigin.External;

    /// <summary>Where the time comes from; default the system's clock.</summary>
    [Required]
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>
    /// Checks each exchange, so that its trace carries findings and the operation of the document; null (the default) when nothing is checked.
    /// </summary>
    public MessageValidator? Validator { get; set; }

    /// <summary>Which requests are recorded; null (the default) for all.</summary>
    public Func<HttpContext, bool>? Filter { get; set; }

    /// <summary>Who made a request, asked after it was answered; null (the default) when traces need not say.</summary>
    public Func<HttpContext, string?>? Partner { get; set; }

    /// <summary>
    /// Finds the operation a request belongs to, asked after it was answered. Null (the default) for the operation <see cref="Validator"/> finds, else the
    /// template of the route that answered.
    /// </summary>
    public Func<HttpContext, TraceOperation?>? Operation { get; set; }
}
