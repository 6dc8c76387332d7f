using System.ComponentModel.DataAnnotations;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.TestKit;

/// <summary>How a suite is run.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them.</threadsafety>
public sealed record RunOptions
{
    /// <summary>Which categories run in which group, and which only warn; null (the default) to run everything that applies.</summary>
    public TestProfile? Profile { get; set; }

    /// <summary>Which tests run; the others are skipped. Default all.</summary>
    [Required]
    public TestSelection Selection { get; set; } = new();

    /// <summary>
    /// Values by name: of the tests' variables, a string itself, JSON for the other types; and of places of an operation's requests, named
    /// <c>OPERATION:PLACE</c> with a JSON Pointer into the body or the name of a parameter, as <c>POST /payments:/amount</c>. Default none.
    /// </summary>
    [Required]
    public IReadOnlyDictionary<string, string> Values { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Whole request bodies by <see cref="ApiOperation.Id"/>, in place of those that are made: JSON where JSON is sent. They may hold <c>{{ name }}</c>.
    /// Requests that break a rule keep their mistake. Default none.
    /// </summary>
    [Required]
    public IReadOnlyDictionary<string, string> Bodies { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What may be done to what is behind the API. Default what is safe for the kind of installation.</summary>
    [Required]
    public RunPermissions Permissions { get; set; } = new();

    /// <summary>The kinds of authentication that are known. Default those of OpenAPI.</summary>
    [Required]
    public AuthenticationKinds Authentication { get; set; } = AuthenticationKinds.Default;

    /// <summary>
    /// Hosts besides that of the base URL that belong to the API, as <c>host</c> or <c>host:port</c>: links to a next page are followed there, with the
    /// credentials. Default none.
    /// </summary>
    [Required]
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// Whether the limits of an API are used up on purpose, to see what it answers then: at the end of the run, one test after another. Default not. Everybody
    /// who calls with the same credentials meanwhile is refused too. Our own mock is asked for the answer instead.
    /// </summary>
    public bool ProvokesLimits { get; set; }

    /// <summary>Seed of what the runner makes up itself, such as wrong credentials. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// How many requests are sent for cases at most, 1 or more; null (the default) for as many as they want. Of each operation what is right comes before what
    /// is wrong on purpose; cases that it does not pay for are skipped. Removing what was created is not counted.
    /// </summary>
    [OptionRange(1)]
    public int? Budget { get; set; }

    /// <summary>
    /// How many requests are spent at most on finding, for each defect, the smallest request that still shows it, 0 or more. Default 60. Requests that read,
    /// create or change are sent again with less in them; none that deletes or may do harm, none to the own mock, and none where a <see cref="Budget"/> is set.
    /// </summary>
    [OptionRange(0)]
    public int ShrinkingRequests { get; set; } = 60;

    /// <summary>Cases that run at the same time, 1 or more. Default 4.</summary>
    [OptionRange(1)]
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>How long an answer may take, from sending the request to its last byte, unless the step says otherwise. Default 30 seconds.</summary>
    [OptionRange("00:00:00", "24.00:00:00", IsMinimumExcluded = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests sent in a second, more than 0; null (the default) for no such limit. Our own mock is not spared.</summary>
    [OptionRange(0, IsMinimumExcluded = true)]
    public double? MaxRequestsPerSecond { get; set; }

    /// <summary>
    /// The longest wait that a server may ask for, with <c>Retry-After</c> or by the fields that tell what is left of a quota: all requests then wait, and one
    /// that was refused with 429 is sent again. A longer wait is not waited for. Default 60 seconds.
    /// </summary>
    [OptionRange("00:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What receives the webhooks and callbacks that the API is brought to send; it stays the caller's. Null (the default) for a listener of the run's own, see
    /// <see cref="ListensForDeliveries"/>.
    /// </summary>
    public IDeliveryInbox? Inbox { get; set; }

    /// <summary>
    /// Whether the run itself listens for deliveries, on 127.0.0.1 and a free port, where it has no <see cref="Inbox"/> and a test needs one. Default true; an
    /// API
    /// on another machine cannot reach it, and such tests are skipped.
    /// </summary>
    public bool ListensForDeliveries { get; set; } = true;

    /// <summary>How long a delivery may take to arrive after the request that causes it was answered. Default 10 seconds.</summary>
    [OptionRange("00:00:00", "24.00:00:00", IsMinimumExcluded = true)]
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of an answer that are read; a larger answer ends the case with an error. Default 16 MiB.</summary>
    [OptionRange(1)]
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Whether what the run created is removed at its end where the document describes how, see <see cref="RunResult.Left"/>; null (the default) for everywhere
    /// but on the own mock.
    /// </summary>
    public bool? RemovesCreated { get; set; }

    /// <summary>Id of the run; null (the default) to make one. Values made anew for each run, such as idempotency keys, follow from it.</summary>
    public string? RunId { get; set; }

    /// <summary>Who makes the calls, for the traces; null (the default) when they need not say.</summary>
    public string? Partner { get; set; }

    /// <summary>
    /// Takes the secrets out; it learns those of credentials, headers and secret variables by itself. Default one that knows the usual names and shapes.
    /// </summary>
    [Required]
    public TraceRedactor Redactor { get; set; } = new();

    /// <summary>
    /// Receives the trace of every exchange, already redacted, several at a time; null (the default) for nobody. What it throws is thrown to the caller of the
    /// run.
    /// </summary>
    /// <remarks>Its token is never cancelled: that a run was cancelled is worth recording too.</remarks>
    public Func<ApiTrace, CancellationToken, Task>? OnTrace { get; set; }

    /// <summary>
    /// Whether the result holds what was sent and answered, see <see cref="RunResult.Exchanges"/>, for reports that show it. Default not: it takes memory, up
    /// to
    /// twice <see cref="TraceBody.DefaultMaxBytes"/> for each.
    /// </summary>
    public bool KeepsExchanges { get; set; }

    /// <summary>
    /// Makes the logger that a run tells of its requests, cases and waits, named <c>IntegrationCopilot.TestKit</c>; null (the default) for nobody.
    /// <c>AddTestRunner</c> takes that of the application.
    /// </summary>
    public ILoggerFactory? Logs { get; set; }

    /// <summary>Hears of every case that is done; null (the default) for nobody.</summary>
    public IProgress<RunProgress>? Progress { get; set; }

    /// <summary>Where the time comes from. Default the system's clock.</summary>
    [Required]
    public TimeProvider Clock { get; set; } = TimeProvider.System;
}
