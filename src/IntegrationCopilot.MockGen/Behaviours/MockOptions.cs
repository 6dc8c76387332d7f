using System.ComponentModel.DataAnnotations;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen;

/// <summary>How a mock behaves, wherever it is hosted.</summary>
/// <threadsafety>Set before use, and not changed afterwards: then any number of threads may read them, and what they hold.</threadsafety>
public record MockOptions
{
    /// <summary>Where made-up values come from: the same seed gives the same answers, byte for byte. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>What the mock lets in where the document asks for credentials.</summary>
    [Required]
    public MockCredentials Credentials { get; set; } = new();

    /// <summary>The kinds of authentication that are known. Default those of OpenAPI.</summary>
    [Required]
    public AuthenticationKinds Authentication { get; set; } = AuthenticationKinds.Default;

    /// <summary>Decides when tokens expire and how long delays last. Default the system's.</summary>
    [Required]
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>How long tokens of <see cref="MockServer.TokenUrl"/> are good for. Default one hour.</summary>
    [OptionRange("00:00:00", IsMinimumExcluded = true)]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Bytes of a request body; more is answered with 413. Default 10 MiB.</summary>
    [OptionRange(0)]
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long a request may take to arrive; a slower one is answered with 408. Default 30 seconds.</summary>
    [OptionRange("00:00:00", "24.00:00:00", IsMinimumExcluded = true)]
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest delay a request can ask for with <c>Prefer: delay</c>; longer ones are cut. Default 60 seconds.</summary>
    [OptionRange("00:00:00", "24.00:00:00")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether pages of any origin may call the mock, with credentials (CORS). Default false: browsers keep pages of other origins away, as from a server that
    /// says nothing about them.
    /// </summary>
    public bool Cors { get; set; }

    /// <summary>
    /// Whether answers that are made from the document are made from their schemas although there are examples, another for each URL and the same for the
    /// same URL, as <c>Prefer: dynamic=true</c> has it for one request. Default false. What is remembered is answered as it is.
    /// </summary>
    public bool Dynamic { get; set; }

    /// <summary>How many requests <see cref="MockEngine.Journal"/> keeps; 0 keeps none. Default 1,000.</summary>
    [OptionRange(0)]
    public int JournalLength { get; set; } = 1_000;

    /// <summary>Who may control the mock over HTTP. Default nobody; a <see cref="MockServer"/> lets callers on its own machine.</summary>
    public MockControlAccess Control { get; set; }

    /// <summary>
    /// What callers prove with that they may control the mock, with <see cref="MockControlAccess.Token"/>; null (the default) lets in none of them.
    /// </summary>
    public string? ControlToken { get; set; }

    /// <summary>
    /// How webhooks and callbacks are delivered. Default not at all: without <see cref="DeliveryOptions.Invoker"/> there is nothing to send them with.
    /// </summary>
    [Required, ValidateObjectMembers]
    public DeliveryOptions Deliveries { get; set; } = new();

    /// <summary>What the mock does wrong on purpose. Default nothing.</summary>
    public IReadOnlyList<FaultInjection> Faults { get; set; } = [];

    /// <summary>Behaviours beside the built-in ones. Default none.</summary>
    public IReadOnlyList<IMockBehaviour> Behaviours { get; set; } = [];

    /// <summary>
    /// Names (<see cref="IMockBehaviour.Name"/>) of built-in behaviours to leave out, for example <c>credentials</c>. Default none; names that no behaviour has
    /// are ignored.
    /// </summary>
    public IReadOnlyList<string> Without { get; set; } = [];

    /// <summary>Whether the mock remembers: what is created is found again. Default true. Otherwise every answer is made from the document alone.</summary>
    public bool State { get; set; } = true;

    /// <summary>Where things are kept; null (the default) for memory of the mock's own. Another store is not to be shared by mocks.</summary>
    public IMockStore? Store { get; set; }

    /// <summary>
    /// The most things kept in memory, at least 1; when there are more, the oldest go and <see cref="MockHeaders.Forgotten"/> says so. Default 10,000. Of no
    /// meaning with a <see cref="Store"/> of one's own.
    /// </summary>
    [OptionRange(1)]
    public int MaxThings { get; set; } = 10_000;

    /// <summary>
    /// The most bytes of things kept in memory; when there are more, the oldest go and <see cref="MockHeaders.Forgotten"/> says so. Default 64 MiB. Of no
    /// meaning with a <see cref="Store"/> of one's own.
    /// </summary>
    [OptionRange(1)]
    public long MaxStateBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>How many requests are let in; null (the default) for any number.</summary>
    [ValidateObjectMembers]
    public MockRateLimit? RateLimit { get; set; }

    /// <summary>Trouble the mock makes by itself; null (the default) for none.</summary>
    [ValidateObjectMembers]
    public MockTrouble? Trouble { get; set; }

    /// <summary>
    /// Makes the logger that the mock tells of its answers, named <c>IntegrationCopilot.MockGen</c>; null (the default) for nobody. <c>AddMock</c> takes that
    /// of the
    /// application.
    /// </summary>
    public ILoggerFactory? Logs { get; set; }

    /// <summary>Called with every answer just before it is sent, from any thread; null (the default) for nobody. What it throws is dropped.</summary>
    public Action<MockExchange>? OnExchange { get; set; }
}
