using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void IsValid_EveryDocumentOfTheBenchmark_IsValidAndAllocatesNothing()
    {
        var documents = 0;
        foreach (var folder in Directory.EnumerateDirectories(SharedData.Require("jsonschema-benchmark")).Order(StringComparer.Ordinal))
        {
            var raw = RawDocumentReader.Read(File.ReadAllBytes(Path.Combine(folder, "schema.json")), "schema.json").Document!;
            var schema = JsonSchema.Compile(raw.Root, new SchemaOptions { Dialect = SchemaDialect.Draft7 }).Schema!;
            var instances = File.ReadAllLines(Path.Combine(folder, "instances.jsonl")).Where(l => l.Length > 0).Select(Encoding.UTF8.GetBytes).ToArray();
            // The first round grows the buffers that the thread keeps, and lets automata grow their states.
            for (var round = 0; round < 3; round++)
                foreach (var instance in instances) schema.IsValid(instance).Should().BeTrue(folder);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var valid = instances.Count(i => schema.IsValid(i));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            documents += valid;
            // What Count itself allocates does not grow with the documents.
            allocated.Should().BeLessThan(200, folder);
        }
        documents.Should().BeGreaterThan(10_000);
    }
}
