using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>
/// Real documents against mocks of themselves: the golden tests of each must pass. What does not is a false alarm of ours, or named in
/// <c>KnownFailures.json</c>; of contract tests, by template.
/// </summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    /// <summary>Small enough to take all that fit: what is larger makes more of the same tests.</summary>
    private const int MaxDocumentBytes = 1_000_000;

    /// <summary>How the reason of a failure begins that depends on the order in which cases happen to meet.</summary>
    private const string Sometimes = "Sometimes: ";

    [Fact]
    public async Task RunAsync_EveryDocumentAgainstItsOwnMock_Passes()
    {
        var known = Known();
        var loops = await LoopsAsync();
        var failures = loops.SelectMany(loop => loop.Failures).ToLookup(failure => failure.Place, failure => failure.Reason, StringComparer.Ordinal)
            .ToDictionary(alike => alike.Key, alike => $"{alike.Count()} cases: {string.Join(" | ", alike)}", StringComparer.Ordinal);
        output.WriteLine(
            $"{loops.Count} documents, {loops.Sum(loop => loop.Result.Totals.Pass)} cases passed, {loops.Count(loop => loop.Succeeded)} documents without a failure");
        foreach (var (place, reason) in failures.OrderBy(failure => failure.Key, StringComparer.Ordinal))
            output.WriteLine($"{(known.ContainsKey(place) ? "known" : "NEW")} {place}: {reason}");
        failures.Keys.Except(known.Keys).Should().BeEmpty("every failure is either ours to fix or listed with its reason");
        known.Where(entry => !entry.Value.StartsWith(Sometimes, StringComparison.Ordinal)).Select(entry => entry.Key).Except(failures.Keys).Should()
            .BeEmpty("what is solved is no known failure any more");
        Editions(loops.Where(loop => loop.Succeeded)).Should().Contain([OpenApiEdition.V20, OpenApiEdition.V30, OpenApiEdition.V31]);
        loops.Count(loop => loop.Succeeded).Should().BeGreaterThan(10);
    }

    private static IEnumerable<OpenApiEdition> Editions(IEnumerable<ClosedLoop> loops) => loops.Select(loop => loop.Spec.Edition).Distinct();

    private static Task<IReadOnlyList<ClosedLoop>> LoopsAsync() =>
        ClosedLoop.RunAllAsync(Directory.EnumerateFiles(SharedData.Require("specs")).Where(file => new FileInfo(file).Length <= MaxDocumentBytes),
            TestContext.Current.CancellationToken);

    private static Dictionary<string, string> Known() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "Running", "KnownFailures.json")))!;
}
