using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Runs golden tests against an installation of an API.</summary>
/// <remarks>
/// <para>Whatever the API does becomes a result: a case fails when the API answered and an assertion does not hold, and ends with an error when there is no
/// verdict about the API, because it did not answer, credentials could not be had or a value was missing. Only callers' mistakes throw.</para>
/// <para>Before the first case the credentials are tried: a token is fetched where one is needed, and a reading operation is called. When that shows that
/// nothing can work, no further request is sent for the cases it concerns, and each says why.</para>
/// </remarks>
/// <threadsafety>Instances may be used for any number of runs at once.</threadsafety>
public sealed class TestRunner
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    private readonly ApiSpec spec;
    private readonly HttpClient client;
    private readonly RunOptions usual;
    private readonly MessageValidator validator;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="client">Sends every request, those for tokens included; it stays the caller's. It should follow no redirects, keep no cookies and give up
    /// no sooner than the runner: <see cref="CreateClient"/> makes such a one.</param>
    /// <param name="options">How runs go that are told nothing else; the defaults when null.</param>
    public TestRunner(ApiSpec spec, HttpClient client, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(client);
        this.spec = spec;
        this.client = client;
        usual = options ?? new RunOptions();
        validator = new MessageValidator(spec);
    }

    /// <summary>
    /// A client for a runner: it follows no redirects, keeps no cookies, decodes nothing, adds no <c>traceparent</c>, gives up connecting after 15 seconds and
    /// leaves other time limits to the runner.
    /// </summary>
    public static HttpClient CreateClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = ConnectTimeout, ActivityHeadersPropagator = null })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>Runs a suite.</summary>
    /// <param name="suite">The tests.</param>
    /// <param name="target">Where to.</param>
    /// <param name="options">How; as the runner was told when null.</param>
    /// <param name="cancellationToken">Stops the run: cases that were not done are then skipped, and the result says so.</param>
    /// <returns>One case for each test, in the order of the suite.</returns>
    /// <exception cref="ArgumentException">The base URL is not an absolute http or https URL, a header cannot be sent, or a name of the selection names
    /// nothing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A member of the options is not allowed.</exception>
    public Task<RunResult> RunAsync(GoldenTestSuite suite, RunTarget target, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        suite = Given(suite, options);
        var context = ContextOf(suite, target, options);
        return new Run(context, suite).ExecuteAsync(cancellationToken);
    }

    /// <summary>Opens a run whose cases are asked for one by one. Nothing is sent before the first.</summary>
    /// <param name="suite">The tests.</param>
    /// <param name="target">Where to.</param>
    /// <param name="options">How; as the runner was told when null. Its progress is not reported.</param>
    /// <returns>The run, to be ended by the caller.</returns>
    /// <exception cref="ArgumentException">As for <see cref="RunAsync"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A member of the options is not allowed.</exception>
    public TestSession Open(GoldenTestSuite suite, RunTarget target, RunOptions? options = null)
    {
        suite = Given(suite, options);
        return new TestSession(ContextOf(suite, target, options), suite);
    }

    /// <summary>Tells what a run would send, and sends nothing.</summary>
    /// <param name="suite">The tests.</param>
    /// <param name="target">Where to.</param>
    /// <param name="options">How; as the runner was told when null.</param>
    /// <returns>One case for each test, in the order of the suite.</returns>
    /// <exception cref="ArgumentException">As for <see cref="RunAsync"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A member of the options is not allowed.</exception>
    public RunPlan Plan(GoldenTestSuite suite, RunTarget target, RunOptions? options = null)
    {
        suite = Given(suite, options);
        return new PlanMaker(ContextOf(suite, target, options), suite).Make();
    }

    private GoldenTestSuite Given(GoldenTestSuite suite, RunOptions? options)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return new GivenRequests(spec, options ?? usual).Put(PlaceholderDefaults.Declare(suite));
    }

    private RunContext ContextOf(GoldenTestSuite suite, RunTarget target, RunOptions? options)
    {
        ArgumentNullException.ThrowIfNull(target);
        options ??= usual;
        RunArguments.Check(target, options);
        if (options.Selection.UnknownIn(suite, spec) is [var unknown, ..])
            throw new ArgumentException($"{unknown.List} of the selection names '{unknown.Name}', which names no test of the suite.", nameof(options));
        return new RunContext(spec, client, validator, CommonVariables.WithKey(spec, target, options), options, suite.Producers);
    }
}
