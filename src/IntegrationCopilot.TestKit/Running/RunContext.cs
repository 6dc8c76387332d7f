using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What all cases of a run share.</summary>
internal sealed class RunContext
{
    private readonly TraceRedactor redactor;
    private KnownSecrets? known;
    private readonly Dictionary<ApiOperation, OperationMeaning> meanings;
    private int sent;

    public RunContext(ApiSpec spec, HttpClient client, MessageValidator validator, RunTarget target, RunOptions options, IReadOnlyList<ProducerCall> calls)
    {
        Spec = spec;
        Client = client;
        Validator = validator;
        Target = target;
        Options = options;
        RunId = options.RunId ?? ApiTrace.NewId(options.Clock);
        Credentials = new CredentialBook(target, client, options);
        Controls = new ControlBook(this);
        Values = new ValueBook(this, calls);
        Deliveries = new DeliveryBook(this);
        Limits = new LimitBook(this);
        Missing = new MissingBook();
        Own = new OwnValues();
        Created = new CreatedThings(this);
        Writes = new WriteLocks(this);
        Pace = new SendingPace(this);
        WebPages = new WebPages(this);
        Shrinking = new ShrinkingBook(this);
        Coverage = new CoverageBook(spec);
        Observer = new RunObserver(options.Logs);
        Exchanges = options.KeepsExchanges ? new ExchangeBook() : null;
        Document = TraceDocument.Of(spec);
        ErrorCodePlace = spec.FactsOf<ErrorShapeFact>().FirstOrDefault()?.Code;
        meanings = spec.Resources.Operations.ToDictionary(meaning => meaning.Operation, (IEqualityComparer<ApiOperation>)ReferenceEqualityComparer.Instance);
        redactor = options.Redactor.WithSecrets(target.Headers.Select(header => header.Value));
    }

    public ApiSpec Spec { get; }

    public HttpClient Client { get; }

    public MessageValidator Validator { get; }

    public RunTarget Target { get; }

    public RunOptions Options { get; }

    public string RunId { get; }

    public CredentialBook Credentials { get; }

    public ControlBook Controls { get; }

    public ValueBook Values { get; }

    public DeliveryBook Deliveries { get; }

    public LimitBook Limits { get; }

    public MissingBook Missing { get; }

    public OwnValues Own { get; }

    public CreatedThings Created { get; }

    public WriteLocks Writes { get; }

    public SendingPace Pace { get; }

    public WebPages WebPages { get; }

    public ShrinkingBook Shrinking { get; }

    public Reachability Reachability { get; } = new();

    public CoverageBook Coverage { get; }

    public RunObserver Observer { get; }

    /// <summary>Null when exchanges are not kept.</summary>
    public ExchangeBook? Exchanges { get; }

    /// <summary>What traces say of the document.</summary>
    public TraceDocument Document { get; }

    /// <summary>Where the code of an error stands; null when the document does not say.</summary>
    public NodePointer? ErrorCodePlace { get; }

    public bool IsMock => Target.Environment == EnvironmentType.Mock;

    /// <summary>Whether what is created is removed at the end.</summary>
    public bool RemovesCreated => Options.RemovesCreated ?? !IsMock;

    /// <summary>Counts one request for a case.</summary>
    /// <returns>Why it is not sent; null when the budget pays for it.</returns>
    public string? Spends() => Options.Budget is { } most && Interlocked.Increment(ref sent) > most ? RequestBudget.Spent(most) : null;

    /// <summary>What an operation means; null for those of webhooks.</summary>
    public OperationMeaning? MeaningOf(ApiOperation operation) => meanings.GetValueOrDefault(operation);

    /// <summary>A redactor that knows the secrets used so far, which grow as tokens are fetched, and those of a case.</summary>
    /// <remarks>Most requests of a run know the same secrets, so that the last redactor is kept.</remarks>
    public TraceRedactor RedactorFor(IEnumerable<string> secretsOfCase)
    {
        string[] secrets = [.. Credentials.Secrets, .. secretsOfCase];
        if (Volatile.Read(ref known) is { } last && last.Secrets.AsSpan().SequenceEqual(secrets)) return last.Redactor;
        var made = redactor.WithSecrets(secrets);
        Volatile.Write(ref known, new KnownSecrets(secrets, made));
        return made;
    }

    private sealed record KnownSecrets(string[] Secrets, TraceRedactor Redactor);
}
