using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/mutation.md.</summary>
public sealed class MutationSamples
{
    [Fact]
    public async Task Measure()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");
        IReadOnlyList<MockFault> faults = [MockFaults.Find("created-as-200")!];
        #region measure
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        var report = await MutationTester.MeasureAsync(spec, new MutationOptions { Faults = faults });
        foreach (var fault in report.Faults.Where(fault => fault is { IsApplicable: true, IsFound: false }))
            Console.WriteLine($"{fault.Fault} is not found; it shows in the answer to {fault.ShownBy}.");
        #endregion
        report.Score.Should().Be(1);
    }
}
