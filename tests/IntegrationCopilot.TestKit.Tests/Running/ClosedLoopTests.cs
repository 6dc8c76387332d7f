using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>
/// Real documents against mocks of themselves: the golden tests of each must pass. What does not is a false alarm of ours, or named in
/// <c>KnownFailures.json</c>; of contract tests, by template.
/// </summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    /// <summary>Small enough to take all that fit: what is larger makes more of the same tests.</summary>
    private const int MaxDocumentBytes = 1_000_000;

    /// <summary>Cases about time-outs and retries wait, so that many documents share the processors.</summary>
    private const int DocumentsAtOnce = 8;

    /// <summary>How the reason of a failure begins that depends on the order in which cases happen to meet.</summary>
    private const string Sometimes = "Sometimes: ";

    private static readonly string[] Notations = [".json", ".yaml", ".yml"];

    [Fact]
    public async Task RunAsync_EveryDocumentAgainstItsOwnMock_Passes()
    {
        var known = Known();
        var loops = await LoopsAsync();
        var failures = loops.SelectMany(loop => loop.Failures).ToLookup(failure => failure.Place, failure => failure.Reason, StringComparer.Ordinal)
            .ToDictionary(alike => alike.Key, alike => $"{alike.Count()} cases: {string.Join(" | ", alike)}", StringComparer.Ordinal);
        output.WriteLine(
            $"{loops.Count} documents, {loops.Sum(loop => loop.Passed)} cases passed, {loops.Count(loop => loop.Succeeded)} documents without a failure");
        foreach (var (place, reason) in failures.OrderBy(failure => failure.Key, StringComparer.Ordinal))
            output.WriteLine($"{(known.ContainsKey(place) ? "known" : "NEW")} {place}: {reason}");
        failures.Keys.Except(known.Keys).Should().BeEmpty("every failure is either ours to fix or listed with its reason");
        known.Where(entry => !entry.Value.StartsWith(Sometimes, StringComparison.Ordinal)).Select(entry => entry.Key).Except(failures.Keys).Should()
            .BeEmpty("what is solved is no known failure any more");
        Editions(loops.Where(loop => loop.Succeeded)).Should().Contain([OpenApiEdition.V20, OpenApiEdition.V30, OpenApiEdition.V31]);
        loops.Count(loop => loop.Succeeded).Should().BeGreaterThan(10);
    }

    private static IEnumerable<OpenApiEdition> Editions(IEnumerable<Loop> loops) => loops.Select(loop => loop.Edition).Distinct();

    private static async Task<IReadOnlyCollection<Loop>> LoopsAsync()
    {
        var files = Directory.EnumerateFiles(SharedData.Require("specs"))
            .Where(file => Notations.Contains(Path.GetExtension(file)) && new FileInfo(file).Length <= MaxDocumentBytes);
        var loops = new ConcurrentBag<Loop>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = DocumentsAtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(files, parallel, async (file, cancel) =>
        {
            if ((await ApiSpecReader.ReadFileAsync(file, cancellationToken: cancel)).Spec is { } spec)
                loops.Add(await LoopAsync(Path.GetFileName(file), spec, cancel));
        });
        return loops;
    }

    private static async Task<Loop> LoopAsync(string name, ApiSpec spec, CancellationToken cancellationToken)
    {
        await using var inbox = await LocalDeliveryInbox.StartAsync(cancellationToken: cancellationToken);
        using var invoker = LoopbackInvoker.Create();
        var deliveries = new DeliveryOptions { Invoker = invoker, Address = inbox.Address };
        await using var mock = await MockServer.StartAsync(spec, new MockServerOptions { Deliveries = deliveries }, cancellationToken);
        using var client = TestRunner.CreateClient();
        using var file = new MemoryStream();
        var key = TraceKey.Generate();
        RunResult result;
        await using (var traces = await TraceWriter.StartAsync(file, key))
        {
            var options = new RunOptions { OnTrace = traces.WriteAsync, Inbox = inbox };
            result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), RunTarget.ForMock(mock), options, cancellationToken);
        }

        file.Position = 0;
        var verification = await TraceVerifier.VerifyAsync(file, [key], cancellationToken);
        return new(spec.Edition, result.Succeeded && verification.IsValid, result.Totals.Pass, [.. Failures(name, result, verification)]);
    }

    private static IEnumerable<(string Place, string Reason)> Failures(string name, RunResult result, TraceVerification verification)
    {
        if (verification.FirstFault is { } fault) yield return ($"{name} traces", fault.Message);
        if (result.Totals.Pass == 0) yield return ($"{name} nothing passed", "No case passed.");
        foreach (var item in result.Cases.Where(item => item.Status is not (CaseStatus.Pass or CaseStatus.Skip or CaseStatus.NotApplicable)))
            yield return ($"{name} {(item.Category == TestCategoryIds.Contract ? item.Id.Split('.')[0] : item.Id)}", $"{item.Id} {item.Status.ToWire()} {item.Operation}: {item.Reason}");
    }

    private static Dictionary<string, string> Known() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "Running", "KnownFailures.json")))!;

    /// <summary>A document that was run against its own mock.</summary>
    private sealed record Loop(OpenApiEdition Edition, bool Succeeded, int Passed, IReadOnlyList<(string Place, string Reason)> Failures);
}
