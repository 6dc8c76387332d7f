namespace IntegrationCopilot.Benchmarks.Peers;

/// <summary>Where data that is not part of the repository lies.</summary>
internal static class BenchmarkData
{
    /// <summary>Data sets of the public JSON Schema benchmark: the folder in <c>JSONSCHEMA_BENCHMARK</c>.</summary>
    public static string Schemas => Environment.GetEnvironmentVariable("JSONSCHEMA_BENCHMARK") is { Length: > 0 } folder
        ? folder
        : throw new InvalidOperationException("Set JSONSCHEMA_BENCHMARK to the folder of the data sets.");
}
