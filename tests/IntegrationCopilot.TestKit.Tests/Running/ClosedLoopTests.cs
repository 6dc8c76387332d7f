using System.Text.RegularExpressions;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Real documents against mocks of themselves: the tests of each must pass.</summary>
public sealed partial class ClosedLoopTests(ITestOutputHelper output)
{
    /// <summary>Small enough to take all that fit: what is larger makes more of the same tests.</summary>
    private const int MaxDocumentBytes = 1_000_000;

    /// <summary>One of so many of the others, when not all are wanted: they take minutes.</summary>
    private const int Every = 12;

    private const int MostLinesBefore = 30;

    [Fact]
    public async Task RunAsync_EveryDocumentAgainstItsOwnMock_Passes()
    {
        var loops = await PassAsync(Directory.EnumerateFiles(SharedData.Require("specs")).Where(file => !IsLarge(file)));
        ClosedLoop.ReachesTheFloor(loops);
        loops.Select(loop => loop.Spec.Edition).Should().Contain([OpenApiEdition.V20, OpenApiEdition.V30, OpenApiEdition.V31]);
    }

    [Fact]
    public async Task RunAsync_LargeDocumentsAndThoseOfManyFilesAgainstTheirOwnMocks_Pass()
    {
        var specs = SharedData.Require("specs");
        var folders = Directory.EnumerateDirectories(specs).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(IsEntry);
        var files = Directory.EnumerateFiles(specs).Where(IsLarge).Concat(folders).Order(StringComparer.Ordinal);
        await PassAsync(CorpusPart.Of(files, Every));
    }

    private async Task<IReadOnlyList<ClosedLoop>> PassAsync(IEnumerable<string> files)
    {
        var loops = await ClosedLoop.RunAllAsync(files, TestContext.Current.CancellationToken);
        output.WriteLine($"{loops.Count} documents, {loops.Sum(loop => loop.Result.Totals.Pass)} cases passed");
        foreach (var loop in loops.OrderByDescending(loop => loop.Duration).Take(5))
            output.WriteLine($"{loop.Duration.TotalSeconds:0} s {loop.Name}: {loop.Result.Cases.Count} cases");
        loops.SelectMany(loop => loop.Failures).Should().BeEmpty("what does not pass against its own mock is a false alarm of ours");
        loops.Should().NotBeEmpty();
        return loops;
    }

    private static bool IsLarge(string file) => new FileInfo(file).Length > MaxDocumentBytes;

    /// <summary>Whether a file is a description itself, and no part of one.</summary>
    private static bool IsEntry(string file) =>
        Path.GetExtension(file) is ".json" or ".yaml" or ".yml" && File.ReadLines(file).Take(MostLinesBefore).Any(line => Beginning().IsMatch(line));

    [GeneratedRegex("""^\s{0,4}"?(openapi|swagger)"?\s*:""")]
    private static partial Regex Beginning();
}
