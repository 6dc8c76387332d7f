using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Samples;

/// <summary>The code of README.md.</summary>
public sealed class ReadmeSamples
{
    [Fact]
    public async Task Road()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");
        #region road
        var read = await ApiSpecReader.ReadFileAsync(path);
        foreach (var problem in read.Problems) Console.WriteLine($"{problem.Location}: {problem.Message}");

        var spec = read.Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), RunTarget.ForMock(mock));
        TextReport.Write(result, Console.Out);
        #endregion
        result.Succeeded.Should().BeTrue();
    }
}
