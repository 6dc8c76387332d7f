using System.Text;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Descriptions for tests: from text, from the samples, and from the corpus.</summary>
internal static class Specs
{
    public static ApiSpec Read(string json) =>
        ApiSpecReader.Read(Encoding.UTF8.GetBytes(json), "test.json").Spec ?? throw new InvalidOperationException("The test's own document cannot be read.");

    public static Task<ApiSpec> SampleAsync() => FileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"));

    /// <summary>A real document; skips the test when the corpus is absent.</summary>
    public static Task<ApiSpec> RealAsync(string file) => FileAsync(SharedData.Require("specs", file));

    private static async Task<ApiSpec> FileAsync(string path) =>
        (await ApiSpecReader.ReadFileAsync(path, cancellationToken: TestContext.Current.CancellationToken)).Spec
        ?? throw new InvalidOperationException($"{path} cannot be read.");
}
