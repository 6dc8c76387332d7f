using System.Collections.Concurrent;
using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;
using Xunit;
using Xunit.v3;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>
/// The API that golden tests are run against: a fixture of a test class. Its cases share one run, so that credentials are tried and tokens fetched once, and
/// what they created is removed at the end.
/// </summary>
/// <threadsafety>Cases may be run at the same time.</threadsafety>
public abstract class TestedApi : IAsyncDisposable
{
    private readonly Func<HttpClient> create;
    private readonly ConcurrentDictionary<(string Document, int Seed), Lazy<Task<OpenedRun>>> runs = new();

    /// <summary>An application or an API, by clients for it.</summary>
    /// <param name="client">
    /// Makes a client whose <see cref="HttpClient.BaseAddress"/> is the base URL, such as <c>factory.CreateDefaultClient</c> of a
    /// <c>WebApplicationFactory</c>. It should follow no redirects and keep no cookies; it is disposed with this.
    /// </param>
    protected TestedApi(Func<HttpClient> client)
    {
        ArgumentNullException.ThrowIfNull(client);
        create = client;
    }

    /// <summary>An API at a URL.</summary>
    /// <param name="baseUrl">Absolute http or https URL that the document's paths are appended to.</param>
    protected TestedApi(Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        create = () =>
        {
            var client = TestRunner.CreateClient();
            client.BaseAddress = baseUrl;
            return client;
        };
    }

    private protected TestedApi() => create = TestRunner.CreateClient;

    /// <summary>How cases are run: values, permissions, limits. Default the defaults.</summary>
    protected virtual RunOptions Options => new();

    /// <summary>
    /// What fails a test. Default <see cref="TestKit.FailOn.Fail"/>: a case without a verdict is then skipped with its reason. One that ended with an
    /// error, because the API could not be reached or a value is missing, fails in any case but <see cref="TestKit.FailOn.None"/>.
    /// </summary>
    protected virtual FailOn FailOn => FailOn.Fail;

    /// <summary>Says who the tests are to the API, and what kind of installation it is.</summary>
    /// <param name="target">The base URL of the client, as a sandbox, without credentials.</param>
    /// <returns>The target to test; default as it is.</returns>
    protected virtual RunTarget Configure(RunTarget target) => target;

    /// <summary>Stops what was started for the tests, such as a <c>WebApplicationFactory</c>. Called once, when all runs have ended.</summary>
    protected virtual ValueTask StopAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a golden test; what it finds becomes the result of the xunit test that calls this. Its exchanges are in the test's output.</summary>
    /// <param name="test">The test.</param>
    /// <returns>The result of a case that passed, or that only warned.</returns>
    /// <exception cref="GoldenTestException">The case failed, or was skipped.</exception>
    /// <exception cref="InvalidOperationException">The client has no base address.</exception>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    public async Task<CaseResult> RunAsync(GoldenTestCase test)
    {
        ArgumentNullException.ThrowIfNull(test);
        var key = (test.Document, test.Seed);
        var run = await runs.GetOrAdd(key, named => new(() => OpenAsync(named.Document, named.Seed))).Value;
        var result = await run.Session.RunAsync(test.Id, TestContext.Current.CancellationToken);
        Tell(result, run.TracesOf(result));
        return Judged(result);
    }

    /// <summary>Ends the runs: what was created is removed; what could not be is told as a diagnostic message.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var opened in runs.Values.Select(run => run.Value).Where(opened => opened.IsCompletedSuccessfully))
        {
            await using var run = await opened;
            foreach (var left in await run.Session.EndAsync())
                TestContext.Current.SendDiagnosticMessage(HarmlessText.OneLine($"Left behind: {left}"));
        }

        await StopAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is run against what, and how. A running API lives today.</summary>
    private protected virtual Task<RunSetting> StartAsync(KnownSuite known, HttpClient client)
    {
        var url = client.BaseAddress
            ?? throw new InvalidOperationException("The client has no BaseAddress, which says where the API is. Set it where the client is made.");
        var today = DateOnly.FromDateTime(Options.Clock.GetUtcNow().UtcDateTime);
        var suite = GoldenTestGenerator.Generate(known.Spec, new GoldenTestOptions { Seed = known.Suite.Seed, Today = today });
        return Task.FromResult(new RunSetting(suite, Configure(new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = url }), Options));
    }

    private async Task<OpenedRun> OpenAsync(string document, int seed)
    {
        var known = await KnownSuites.OfAsync(document, seed);
        var client = create();
        try
        {
            return new OpenedRun(known.Spec, client, await StartAsync(known, client));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static void Tell(CaseResult result, IEnumerable<ApiTrace> traces)
    {
        if (TestContext.Current.TestOutputHelper is not { } output) return;
        foreach (var trace in traces) output.WriteLine(ExchangeText.Of(trace));
        if (result.Status == CaseStatus.Warn) TestContext.Current.AddWarning(HarmlessText.OneLine(result.Reason ?? ""));
    }

    private CaseResult Judged(CaseResult result) => result.Status switch
    {
        CaseStatus.Pass => result,
        _ when FailOn == FailOn.None => result,
        CaseStatus.Error => throw GoldenTestException.Of(result),
        CaseStatus.Skip or CaseStatus.NotApplicable => throw Skipped(result, result.Reason ?? ""),
        _ when FailsOn(result) => throw GoldenTestException.Of(result),
        CaseStatus.NoVerdict => throw Skipped(result, $"No verdict: {result.Reason}"),
        _ => result,
    };

    private bool FailsOn(CaseResult result) => FailOn switch
    {
        FailOn.Blocking => result.IsBlocking,
        FailOn.Warn => true,
        FailOn.NoVerdict or FailOn.Error => result.Status is CaseStatus.Fail or CaseStatus.NoVerdict,
        _ => result.Status == CaseStatus.Fail,
    };

    private static GoldenTestException Skipped(CaseResult result, string reason) => new(DynamicSkipToken.Value + HarmlessText.OneLine(reason), result);
}
