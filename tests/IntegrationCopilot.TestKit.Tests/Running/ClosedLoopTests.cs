using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Real documents against mocks of themselves: the tests of each must pass.</summary>
public sealed class ClosedLoopTests(ITestOutputHelper output)
{
    /// <summary>Small enough to take all that fit: what is larger makes more of the same tests.</summary>
    private const int MaxDocumentBytes = 1_000_000;

    [Fact]
    public async Task RunAsync_EveryDocumentAgainstItsOwnMock_Passes()
    {
        var loops = await ClosedLoop.RunAllAsync(
            Directory.EnumerateFiles(SharedData.Require("specs")).Where(file => new FileInfo(file).Length <= MaxDocumentBytes),
            TestContext.Current.CancellationToken);
        output.WriteLine($"{loops.Count} documents, {loops.Sum(loop => loop.Result.Totals.Pass)} cases passed");
        loops.SelectMany(loop => loop.Failures).Should().BeEmpty("what does not pass against its own mock is a false alarm of ours");
        ClosedLoop.ReachesTheFloor(loops);
        loops.Select(loop => loop.Spec.Edition).Should().Contain([OpenApiEdition.V20, OpenApiEdition.V30, OpenApiEdition.V31]);
    }
}
