using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How a mock delivers webhooks and callbacks.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them.</threadsafety>
public sealed record DeliveryOptions
{
    /// <summary>
    /// The secret that deliveries are signed with unless another is given: base64 as Standard Webhooks wants it; other schemes take the text as it is.
    /// </summary>
    public const string DefaultSecret = "whsec_bG9jYWwtdGVzdC1zZWNyZXQtb2YtdGhlLW1vY2s=";

    /// <summary>
    /// The schedule that Standard Webhooks 1.0.0 advises ("Deliverability and reliability"): at once, then after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14,
    /// 20 and 24 hours.
    /// </summary>
    public static readonly IReadOnlyList<TimeSpan> AdvisedSchedule =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>
    /// What sends deliveries, and refuses addresses that may not be called; it must not follow redirects. The mock makes none: null (the default) means that
    /// nothing is delivered, which records and answers say.
    /// </summary>
    public HttpMessageInvoker? Invoker { get; set; }

    /// <summary>Where webhooks go for which nobody has subscribed; null (the default) for nowhere.</summary>
    public Uri? Address { get; set; }

    /// <summary>
    /// The secrets to sign with, unless a subscription has its own. Several sign together where the scheme has room for that, the first alone elsewhere.
    /// Default <see cref="DefaultSecret"/>.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; set; } = [DefaultSecret];

    /// <summary>How to sign; null (the default) as the document says, by Standard Webhooks where it says nothing.</summary>
    public DeliverySignatureScheme? Scheme { get; set; }

    /// <summary>What is wrong with every delivery, unless it is asked to be wrong in another way. Default nothing.</summary>
    public DeliveryDefect Defect { get; set; }

    /// <summary>
    /// The wait before each attempt, counted from the end of the one before; its length is the number of attempts. Default <see cref="AdvisedSchedule"/>.
    /// </summary>
    public IReadOnlyList<TimeSpan> Schedule { get; set; } = AdvisedSchedule;

    /// <summary>What waits are multiplied with: 0.001 for a test, 0 for none at all. Default 1. Negative numbers count as 0.</summary>
    public double TimeScale { get; set; } = 1;

    /// <summary>How long a receiver may take to answer an attempt. Default 20 seconds, within what Standard Webhooks advises.</summary>
    [OptionRange("00:00:00", "24.00:00:00", IsMinimumExcluded = true)]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Deliveries under way at once, those waiting for another attempt included; more are dropped, and their record says so. Default 1,000.</summary>
    [OptionRange(1)]
    public int MaxPending { get; set; } = 1_000;

    /// <summary>Deliveries that are remembered; beyond them the oldest are forgotten. Default 1,000.</summary>
    [OptionRange(1)]
    public int MaxRecords { get; set; } = 1_000;

    /// <summary>Subscriptions that are remembered; beyond them the oldest are forgotten. Default 1,000.</summary>
    [OptionRange(1)]
    public int MaxSubscriptions { get; set; } = 1_000;
}
