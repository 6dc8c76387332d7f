using System.Net.Http;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Xunit;
using Xunit.v3;

namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>Makes every golden test of a suite a case of an xunit theory.</summary>
/// <threadsafety>Instances may be used by any number of tests at once.</threadsafety>
public sealed class GoldenTheory : IDisposable
{
    private readonly HttpClient client = TestRunner.CreateClient();
    private readonly TestRunner runner;
    private readonly GoldenTestSuite suite;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API.</param>
    /// <param name="suite">Its golden tests.</param>
    public GoldenTheory(ApiSpec spec, GoldenTestSuite suite)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(suite);
        this.suite = suite;
        runner = new TestRunner(spec, client);
    }

    /// <summary>
    /// The tests of a suite as rows for <c>MemberData</c>: named as the test is, with its category as a trait, and skipped with the reason when it does not
    /// apply.
    /// </summary>
    /// <param name="suite">The suite.</param>
    public static IEnumerable<TheoryDataRow<GoldenTest>> Rows(GoldenTestSuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return suite.Tests.Select(test => new TheoryDataRow<GoldenTest>(test)
        {
            TestDisplayName = HarmlessText.OneLine(test.Operation is { } operation ? $"{test.Name} [{operation}]" : test.Name),
            Skip = test.Applicable ? null : HarmlessText.OneLine(test.Reason ?? "It does not apply."),
            Traits = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["Category"] = [test.Category] },
        });
    }

    /// <summary>Runs a test; what it finds becomes the result of the xunit test that calls this.</summary>
    /// <param name="test">The test.</param>
    /// <param name="target">Where to run it.</param>
    /// <param name="options">How to run it; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels the test.</param>
    /// <returns>The result of a case that passed, or failed as an optional one.</returns>
    /// <exception cref="GoldenTestException">The case failed or has no verdict.</exception>
    /// <exception cref="OperationCanceledException">The test was cancelled.</exception>
    public async Task<CaseResult> RunAsync(GoldenTest test, RunTarget target, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(test);
        var run = await runner.RunAsync(suite with { Tests = [test] }, target, options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var result = run.Cases[0];
        if (result.Status is CaseStatus.Skip or CaseStatus.NotApplicable)
            throw new GoldenTestException(DynamicSkipToken.Value + HarmlessText.OneLine(result.Reason ?? ""), result);
        return result.IsBlocking ? throw GoldenTestException.Of(result) : result;
    }

    /// <summary>Closes connections.</summary>
    public void Dispose() => client.Dispose();
}
