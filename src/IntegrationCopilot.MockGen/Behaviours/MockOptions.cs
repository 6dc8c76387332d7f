using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>How a mock behaves, wherever it is hosted.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads; so may what they hold.</threadsafety>
public record MockOptions
{
    /// <summary>Where made-up values come from: the same seed gives the same answers, byte for byte. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>What the mock lets in where the document asks for credentials.</summary>
    public MockCredentials Credentials { get; init; } = new();

    /// <summary>The kinds of authentication that are known. Default those of OpenAPI.</summary>
    public AuthenticationKinds Authentication { get; init; } = AuthenticationKinds.Default;

    /// <summary>Decides when tokens expire and how long delays last. Default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long tokens of <see cref="MockServer.TokenUrl"/> are good for. Default one hour.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Bytes of a request body; more is answered with 413. Default 10 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How long a request may take to arrive; a slower one is answered with 408. Default 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest delay a request can ask for with <c>Prefer: delay</c>; longer ones are cut. Default 60 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether pages of any origin may call the mock, with credentials (CORS). Default false: browsers keep pages of other origins away, as from a server that
    /// says nothing about them.
    /// </summary>
    public bool Cors { get; init; }

    /// <summary>
    /// Whether answers that are made from the document are made from their schemas although there are examples, another for each URL and the same for the
    /// same URL, as <c>Prefer: dynamic=true</c> has it for one request. Default false. What is remembered is answered as it is.
    /// </summary>
    public bool Dynamic { get; init; }

    /// <summary>How many requests <see cref="MockEngine.Journal"/> keeps; 0 keeps none. Default 1,000.</summary>
    public int JournalLength { get; init; } = 1_000;

    /// <summary>Who may control the mock over HTTP. Default nobody; a <see cref="MockServer"/> lets callers on its own machine.</summary>
    public MockControlAccess Control { get; init; }

    /// <summary>
    /// What callers prove with that they may control the mock, with <see cref="MockControlAccess.Token"/>; null (the default) lets in none of them.
    /// </summary>
    public string? ControlToken { get; init; }

    /// <summary>
    /// How webhooks and callbacks are delivered. Default not at all: without <see cref="DeliveryOptions.Invoker"/> there is nothing to send them with.
    /// </summary>
    public DeliveryOptions Deliveries { get; init; } = new();

    /// <summary>What the mock does wrong on purpose. Default nothing.</summary>
    public IReadOnlyList<FaultInjection> Faults { get; init; } = [];

    /// <summary>Behaviours beside the built-in ones. Default none.</summary>
    public IReadOnlyList<IMockBehaviour> Behaviours { get; init; } = [];

    /// <summary>
    /// Names (<see cref="IMockBehaviour.Name"/>) of built-in behaviours to leave out, for example <c>credentials</c>. Default none; names that no behaviour has
    /// are ignored.
    /// </summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Whether the mock remembers: what is created is found again. Default true. Otherwise every answer is made from the document alone.</summary>
    public bool State { get; init; } = true;

    /// <summary>Where things are kept; null (the default) for memory of the mock's own. Another store is not to be shared by mocks.</summary>
    public IMockStore? Store { get; init; }

    /// <summary>
    /// The most things kept in memory, at least 1; when there are more, the oldest go and <see cref="MockHeaders.Forgotten"/> says so. Default 10,000. Of no
    /// meaning with a <see cref="Store"/> of one's own.
    /// </summary>
    public int MaxThings { get; init; } = 10_000;

    /// <summary>
    /// The most bytes of things kept in memory; when there are more, the oldest go and <see cref="MockHeaders.Forgotten"/> says so. Default 64 MiB. Of no
    /// meaning with a <see cref="Store"/> of one's own.
    /// </summary>
    public long MaxStateBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many requests are let in; null (the default) for any number.</summary>
    public MockRateLimit? RateLimit { get; init; }

    /// <summary>Trouble the mock makes by itself; null (the default) for none.</summary>
    public MockTrouble? Trouble { get; init; }

    /// <summary>Called with every answer just before it is sent, from any thread; null (the default) for nobody. What it throws is dropped.</summary>
    public Action<MockExchange>? OnExchange { get; init; }
}
