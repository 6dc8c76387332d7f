using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A mock without a host: a request comes in, an answer goes out. <see cref="MockServer"/> puts it on a port.</summary>
/// <remarks>
/// Each request is routed, then passes the behaviours (<see cref="IMockBehaviour"/>) that concern its operation. Whatever a request holds, it gets an answer.
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class MockEngine : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ApiOperation, MockOperation> operations = new(ReferenceEqualityComparer.Instance);
    private readonly Func<ApiOperation, MockOperation> prepare;
    private readonly MessageValidator validator;
    private readonly MockStep unrouted;
    private readonly ThingKeeper keeper;
    private readonly MockObserver observer;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API to answer for.</param>
    /// <param name="options">How to behave; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="options"/> is not allowed.</exception>
    public MockEngine(ApiSpec spec, MockOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        Spec = spec;
        Options = new MockOptionsRules().Checked(options ?? new(), nameof(options));
        observer = new MockObserver(Options.Logs);
        var schemas = new SchemaSet(spec);
        validator = new MessageValidator(spec,
            new MessageValidatorOptions { CheckSecurity = false, MaxBodyBytes = Options.MaxBodyBytes, Authentication = Options.Authentication }, schemas);
        var samples = new SampleGenerator(spec, schemas, new SampleOptions { Seed = Options.Seed, Today = Today(Options.Clock) });
        var answers = new AnswerBuilder(spec, validator, schemas, samples);
        Deliveries = new MockDeliveries(spec, Options, new DeliveryPayloads(spec, schemas, samples));
        Overrides = new MockOverrides(spec);
        Journal = new MockJournal(spec, Options.JournalLength);
        keeper = new ThingKeeper(Options.Store ?? new MemoryStore(Options.MaxThings, Options.MaxStateBytes));
        var builtIn = BuiltInBehaviours.For(this, validator, new StateModel(spec, schemas, samples, Options), keeper);
        var chain = new BehaviourChain(builtIn, new RouteRefusals(validator).AnswerAsync, Options, spec);
        prepare = operation => new MockOperation(this, operation, new OperationAnswers(operation, answers), chain);
        unrouted = chain.Build(null);
    }

    /// <summary>The API answered for.</summary>
    public ApiSpec Spec { get; }

    /// <summary>How it behaves.</summary>
    public MockOptions Options { get; }

    /// <summary>The answers a test has set itself.</summary>
    public MockOverrides Overrides { get; }

    /// <summary>The requests received.</summary>
    public MockJournal Journal { get; }

    /// <summary>A client of the mock, without a port.</summary>
    /// <returns>A client whose base address is <c>http://localhost/</c>. It belongs to the caller; the mock does not.</returns>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = new Uri("http://localhost/") };

    /// <summary>What a client sends its requests through to reach the mock, without a port; the host of their URLs does not matter.</summary>
    /// <returns>A handler that belongs to the caller. It follows no redirections and keeps no cookies.</returns>
    public HttpMessageHandler CreateHandler() => new MockMessageHandler(this);

    /// <summary>Where the mock keeps what it was sent.</summary>
    public IMockStore Store => keeper.Store;

    /// <summary>
    /// Forgets what was received and created, and takes back what a test has set: what is there from the start is there again, and nothing else.
    /// </summary>
    /// <param name="cancellationToken">Cancels forgetting.</param>
    public ValueTask ResetAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Overrides.Clear();
        Journal.Clear();
        return keeper.ResetAsync(cancellationToken);
    }

    /// <summary>The webhooks and callbacks it sends.</summary>
    public MockDeliveries Deliveries { get; }

    /// <summary>Stops delivering. Requests are still answered.</summary>
    public ValueTask DisposeAsync() => Deliveries.DisposeAsync();

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; its URL is a path with query, under the base path of a server or under none.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <exception cref="OperationCanceledException">The client has gone while the answer was waited for.</exception>
    public ValueTask<MockReply> AnswerAsync(RecordedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AnswerAsync(Receive(request, MockCaller.Unknown, cancellationToken));
    }

    /// <summary>Dates count from the day the mock was made on: within its life the same request gets the same answer.</summary>
    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Finds out what a request calls.</summary>
    internal MockRequest Receive(RecordedRequest message, MockCaller caller, CancellationToken aborted = default)
    {
        if (message.Url.StartsWith(OwnPathsBehaviour.Prefix, StringComparison.Ordinal))
            return new MockRequest(Options, message, null, null, aborted) { Caller = caller };
        var match = validator.Match(message);
        if (message.Method == "HEAD" && OfGet(match, message) is { } got) match = got;
        return new MockRequest(Options, message, match, match.Operation is { } called ? Prepare(called) : null, aborted) { Caller = caller };
    }

    /// <summary>What GET calls, where HEAD is not described, or only for a less concrete path (OpenAPI 3.1.1, section 4.8.8.2); null elsewhere.</summary>
    private RouteMatch? OfGet(RouteMatch match, RecordedRequest message)
    {
        if (match.Outcome is not (RouteOutcome.MethodNotAllowed or RouteOutcome.Found)) return null;
        var got = validator.Match(message with { Method = "GET" });
        return match.Outcome == RouteOutcome.MethodNotAllowed || got.PathValues.Count < match.PathValues.Count && got.Outcome == RouteOutcome.Found
            ? got : null;
    }

    /// <summary>An operation, ready to be answered.</summary>
    internal MockOperation Prepare(ApiOperation operation) => operations.GetOrAdd(operation, prepare);

    /// <summary>What a body says; null when it cannot be read.</summary>
    internal ReadOnlyMemory<byte>? ReadBody(ApiOperation operation, RecordedRequest message) => validator.ReadBody(operation, message);

    /// <summary>A request that was refused while it was read: it passes the behaviours that see everything.</summary>
    internal MockRequest Refused(RecordedRequest message, MockReply refusal, CancellationToken aborted) =>
        new(Options, message, null, null, aborted) { Refusal = refusal };

    internal async ValueTask<MockReply> AnswerAsync(MockRequest request)
    {
        var started = Options.Clock.GetTimestamp();
        using var activity = MockTelemetry.Source.StartActivity(MockTelemetry.Name);
        var reply = await RunAsync(request);
        var duration = Options.Clock.GetElapsedTime(started);
        if ((Options.OnExchange is not null || Journal.IsOn) && request.Refusal is null) Record(request, reply, duration);
        observer.Tell(request, reply, duration, activity);
        return reply;
    }

    private async ValueTask<MockReply> RunAsync(MockRequest request)
    {
        try
        {
            var reply = await (request.Operation is { } operation ? operation.Step : unrouted)(request);
            if (request.Notes.Count > 0) reply = reply.With(MockHeaders.Notes, StructuredText.List(request.Notes));
            return request.Findings.Count > 0 ? ErrorAnswers.WithFindings(reply, request.Findings) : reply;
        }
        catch (Exception fault) when (!request.Aborted.IsCancellationRequested)
        {
            request.Failure = fault.GetType().Name;
            var reply = ErrorAnswers.Make(500, $"The mock failed to answer, which is a fault of the mock: {fault.GetType().Name}.");
            return reply.With(MockHeaders.Nonconforming, StructuredText.Quote(fault.Message));
        }
    }

    private void Record(MockRequest request, MockReply reply, TimeSpan duration)
    {
        var exchange = new MockExchange
        {
            Request = request.Message,
            Response = new RecordedResponse { Status = reply.Status, Headers = reply.Headers,
                Body = reply.IsBodySent(request.Message.Method) ? reply.Body : default },
            Operation = request.Operation?.Description,
            Findings = request.Findings,
            Duration = duration,
        };
        if (Journal.IsOn && !request.IsForMock) Journal.Add(exchange);
        try
        {
            Options.OnExchange?.Invoke(exchange);
        }
        catch (Exception)
        {
            // A listener's fault is no reason to keep the answer from a client.
        }
    }
}
