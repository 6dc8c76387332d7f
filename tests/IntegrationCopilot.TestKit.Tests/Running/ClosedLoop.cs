using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A document whose golden tests were run against a mock of itself.</summary>
internal sealed record ClosedLoop
{
    /// <summary>Cases about time-outs and retries wait, so that many documents share the processors.</summary>
    private const int DocumentsAtOnce = 8;

    /// <summary>After so long a run hangs: it is stopped, and that is a failure.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(10);

    /// <summary>How much of all cases may be skipped.</summary>
    private const double MostSkipped = 0.02;

    /// <summary>How much of all cases passes at least; the others do not apply to their document.</summary>
    private const double LeastPassed = 0.9;

    private static readonly string[] Notations = [".json", ".yaml", ".yml"];

    /// <summary>Name of its file.</summary>
    public required string Name { get; init; }

    public required ApiSpec Spec { get; init; }

    public required RunResult Result { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>What did not pass: where, contract tests by their template, and why.</summary>
    public required IReadOnlyList<(string Place, string Reason)> Failures { get; init; }

    /// <summary>Whether some of its tests could run on a real API.</summary>
    public required bool HasRealTests { get; init; }

    public bool Succeeded => Failures.Count == 0;

    /// <summary>Runs those files that are documents, many at once.</summary>
    public static async Task<IReadOnlyList<ClosedLoop>> RunAllAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var loops = new ConcurrentBag<ClosedLoop>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = DocumentsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files.Where(file => Notations.Contains(Path.GetExtension(file))), parallel, async (file, cancel) =>
        {
            if ((await ApiSpecReader.ReadFileAsync(file, cancellationToken: cancel)).Spec is { } spec)
                loops.Add(await RunAsync(Path.GetFileName(file), spec, cancel));
        });
        return [.. loops.OrderBy(loop => loop.Name, StringComparer.Ordinal)];
    }

    /// <summary>Runs one document.</summary>
    /// <param name="name">Name of its file.</param>
    /// <param name="spec">The document.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <param name="backwards">Whether the last case comes first: what holds must not hang on who came before.</param>
    public static async Task<ClosedLoop> RunAsync(string name, ApiSpec spec, CancellationToken cancellationToken, bool backwards = false)
    {
        var start = Stopwatch.GetTimestamp();
        await using var inbox = await LocalDeliveryInbox.StartAsync(cancellationToken: cancellationToken);
        using var invoker = LoopbackInvoker.Create();
        var deliveries = new DeliveryOptions { Invoker = invoker, Address = inbox.Address };
        await using var mock = await MockServer.StartAsync(spec, new MockServerOptions { Deliveries = deliveries }, cancellationToken);
        using var client = TestRunner.CreateClient();
        using var file = new MemoryStream();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bound.CancelAfter(MostTime);
        var key = TraceKey.Generate();
        var suite = GoldenTestGenerator.Generate(spec);
        if (backwards) suite = suite with { Tests = [.. suite.Tests.Reverse()] };
        RunResult result;
        await using (var traces = await TraceWriter.StartAsync(file, key))
        {
            var options = new RunOptions { OnTrace = traces.WriteAsync, Inbox = inbox, RequestTimeout = MostTime };
            result = await new TestRunner(spec, client).RunAsync(suite, RunTarget.ForMock(mock), options, bound.Token);
        }

        file.Position = 0;
        var verification = await TraceVerifier.VerifyAsync(file, [key], cancellationToken);
        return new()
        {
            Name = name,
            Spec = spec,
            Result = result,
            Duration = Stopwatch.GetElapsedTime(start),
            HasRealTests = suite.Tests.Any(test => test is { Applicable: true, Reach: not GoldenTestReach.MockOnly }),
            Failures = [.. FailuresIn(name, spec, result, verification)],
        };
    }

    /// <summary>Runs a small document forwards and backwards: every case that is judged passes, and some are.</summary>
    /// <param name="name">What it is about.</param>
    /// <param name="text">The document.</param>
    /// <param name="cancellationToken">Stops the runs.</param>
    public static async Task PassesInBothOrdersAsync(string name, string text, CancellationToken cancellationToken)
    {
        var read = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "small.yaml");
        read.Spec.Should().NotBeNull("{0}", string.Join("; ", read.Problems.Select(problem => problem.Message)));
        foreach (var backwards in (bool[])[false, true])
        {
            var loop = await RunAsync(name, read.Spec!, cancellationToken, backwards);
            loop.Failures.Should().BeEmpty();
            loop.Result.Totals.Pass.Should().BePositive();
        }
    }

    /// <summary>
    /// Doubt is no way out: over many documents some cases in a hundred are skipped at most, only for reasons in <c>KnownSkips.json</c>, and what applies is
    /// judged.
    /// </summary>
    public static void ReachesTheFloor(IReadOnlyList<ClosedLoop> loops)
    {
        var cases = loops.SelectMany(loop => loop.Result.Cases).ToList();
        var skipped = cases.Where(item => item.Status == CaseStatus.Skip).ToList();
        var known = JsonSerializer.Deserialize<string[]>(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "Running", "KnownSkips.json")))!;
        skipped.Where(item => !known.Any(reason => item.Reason?.StartsWith(reason, StringComparison.Ordinal) == true))
            .Select(item => $"{item.Id}: {item.Reason}")
            .Should().BeEmpty("what is skipped is skipped for a reason that is known");
        skipped.Count.Should().BeLessThanOrEqualTo((int)(MostSkipped * cases.Count));
        var applicable = cases.Where(item => item.Status != CaseStatus.NotApplicable).ToList();
        applicable.Count(item => item.Status == CaseStatus.Pass).Should()
            .BeGreaterThanOrEqualTo((int)(LeastPassed * applicable.Count), "what applies is judged");
    }

    private static IEnumerable<(string Place, string Reason)> FailuresIn(string name, ApiSpec spec, RunResult result, TraceVerification verification)
    {
        if (verification.FirstFault is { } fault) yield return ($"{name} traces", fault.Message);
        if (result.Totals.Pass == 0 && spec.Operations.Count > 0) yield return ($"{name} nothing passed", "No case passed.");
        if (result.IsCancelled) yield return ($"{name} time", $"The run took more than {MostTime.TotalSeconds:0} seconds.");
        foreach (var item in result.Cases.Where(item => item.Status is not (CaseStatus.Pass or CaseStatus.Skip or CaseStatus.NotApplicable)))
            yield return ($"{name} {PlaceOf(item)}", $"{item.Id} {item.Status.ToWire()} {item.Operation}: {item.Reason}");
    }

    private static string PlaceOf(CaseResult item) => item.Category == TestCategoryIds.Contract ? item.Id.Split('.')[0] : item.Id;
}
