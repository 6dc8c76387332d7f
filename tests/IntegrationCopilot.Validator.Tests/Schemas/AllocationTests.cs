using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

public sealed class AllocationTests
{
    private const int Rounds = 5;

    [Fact]
    public void IsValid_EveryDocumentOfTheBenchmark_IsValidAndAllocatesNothing()
    {
        var documents = 0;
        foreach (var folder in Directory.EnumerateDirectories(SharedData.Require("jsonschema-benchmark")).Order(StringComparer.Ordinal))
        {
            var raw = RawDocumentReader.Read(File.ReadAllBytes(Path.Combine(folder, "schema.json")), "schema.json").Document!;
            var schema = CompiledSchema.Compile(raw.Root, new SchemaOptions { Dialect = SchemaDialect.Draft7 }).Schema!;
            var instances = File.ReadAllLines(Path.Combine(folder, "instances.jsonl")).Where(l => l.Length > 0).Select(Encoding.UTF8.GetBytes).ToArray();
            foreach (var instance in instances) schema.IsValid(instance).Should().BeTrue(folder);
            documents += instances.Length;
            Enumerable.Range(0, Rounds).Min(_ => AllocatedBy(schema, instances)).Should().Be(0, folder);
        }
        documents.Should().BeGreaterThan(10_000);
    }

    /// <summary>What a document allocates it allocates in every round; what the runtime allocates now and then for its own ends, it does not.</summary>
    private static long AllocatedBy(CompiledSchema schema, byte[][] instances)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var instance in instances) schema.IsValid(instance);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
