using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/golden-tests.md.</summary>
public sealed class GoldenTestSamples
{
    [Fact]
    public async Task Generate()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"))).Spec!;
        #region generate
        var suite = GoldenTestGenerator.Generate(spec);
        foreach (var test in suite.Tests)
            Console.WriteLine(test.Applicable ? $"{test.Id}: {test.Operation}" : $"{test.Id}: {test.Reason}");
        #endregion
        suite.Tests.Should().Contain(t => t.Applicable);
    }
}
