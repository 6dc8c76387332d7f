using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>
/// Every document of a large directory of APIs against a mock of itself: the golden tests of each must pass. What does not is a false alarm of ours, or
/// named in <c>KnownGuruFailures.json</c>. With <c>IC_FULL=1</c> all of them, which takes many minutes; else a few, others from commit to commit.
/// </summary>
public sealed class GuruClosedLoopTests(ITestOutputHelper output)
{
    /// <summary>One of so many, when not all are wanted.</summary>
    private const int Every = 84;

    /// <summary>How the reason of a failure begins that depends on the order in which cases happen to meet.</summary>
    private const string Sometimes = "Sometimes: ";

    [Fact]
    public async Task RunAsync_EveryDocumentAgainstItsOwnMock_Passes()
    {
        var files = Directory.EnumerateFiles(SharedData.Require("guru")).Order(StringComparer.Ordinal);
        var loops = await ClosedLoop.RunAllAsync(CorpusPart.Of(files, Every), TestContext.Current.CancellationToken);
        var known = Known();
        var failures = loops.SelectMany(loop => loop.Failures).ToList();
        Write(loops, failures);
        failures.Select(failure => failure.Place).Except(known.Keys).Should().BeEmpty("every failure is either ours to fix or listed with its reason");
        ClosedLoop.ReachesTheFloor(loops);
        loops.Where(loop => loop.Spec.Operations.Count > 0 && !loop.HasRealTests).Select(loop => loop.Name).Should()
            .BeEmpty("each document with an operation has tests that could run on a real API");
        if (CorpusPart.IsFull)
            known.Where(entry => !entry.Value.StartsWith(Sometimes, StringComparison.Ordinal)).Select(entry => entry.Key)
                .Except(failures.Select(failure => failure.Place)).Should().BeEmpty("what is solved is no known failure any more");
    }

    /// <summary>By template and cause, the most frequent first, then the slowest documents.</summary>
    private void Write(IReadOnlyList<ClosedLoop> loops, IReadOnlyList<(string Place, string Reason)> failures)
    {
        output.WriteLine($"{loops.Count} documents, {loops.Sum(loop => loop.Result.Totals.Pass)} cases passed, {loops.Count(loop => loop.Succeeded)} documents clean");
        foreach (var alike in failures.GroupBy(failure => failure.Place.Split(' ', 2)[1], StringComparer.Ordinal).OrderByDescending(alike => alike.Count()))
            output.WriteLine($"{alike.Count()} {alike.Key} in {alike.Select(failure => failure.Place).Distinct().Count()} documents, such as {alike.First().Place.Split(' ')[0]}: {alike.First().Reason}");
        foreach (var loop in loops.OrderByDescending(loop => loop.Duration).Take(5))
            output.WriteLine($"{loop.Duration.TotalSeconds:0} s {loop.Name}: {loop.Result.Cases.Count} cases");
    }

    private static Dictionary<string, string> Known() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "Running", "KnownGuruFailures.json")))!;
}
