using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Reads descriptions written in tests.</summary>
internal static class Texts
{
    public static SpecReadResult Read(string text, string name = "test.yaml", SpecReadOptions? options = null) =>
        ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), name, options);

    /// <summary>Reads a description that must give an API without errors.</summary>
    public static ApiSpec Spec(string text)
    {
        var result = Read(text);
        result.Problems.Where(p => p.Severity == ProblemSeverity.Error).Should().BeEmpty();
        return result.Spec!;
    }
}
