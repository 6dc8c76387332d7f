using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.TestKit;

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

    [Fact]
    public async Task Templates()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"))).Spec!;
        var path = Path.GetTempFileName();
        File.WriteAllText(path, GoldenTestGenerator.Generate(spec).ToJson());
        #region templates
        var suite = GoldenTestSuite.FromJson(File.ReadAllText(path));
        foreach (var problem in SuiteTemplates.Problems(suite))
            Console.WriteLine($"{problem.Place}: {problem.Message}");
        foreach (var variable in SuiteTemplates.Variables(suite))
            Console.WriteLine($"{variable.Name} ({variable.Type}, {variable.Default ?? "no default"}): {variable.Description}, {variable.Uses.Count} places");
        #endregion
        SuiteTemplates.Problems(suite).Should().BeEmpty();
        SuiteTemplates.Variables(suite).Should().Contain(variable => variable.Name == "test_amount");
        File.Delete(path);
    }
}
