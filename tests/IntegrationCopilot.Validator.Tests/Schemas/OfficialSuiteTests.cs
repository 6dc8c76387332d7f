using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The official JSON Schema test suite: every required test of every draft, by both evaluators.</summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("draft4", SchemaDialect.Draft4)]
    [InlineData("draft6", SchemaDialect.Draft6)]
    [InlineData("draft7", SchemaDialect.Draft7)]
    [InlineData("draft2019-09", SchemaDialect.Draft201909)]
    [InlineData("draft2020-12", SchemaDialect.Draft202012)]
    public void RequiredTests_EachDraft_AllPass(string draft, SchemaDialect dialect)
    {
        var folder = SharedData.Require("json-schema-test-suite", "tests", draft);
        var registry = Remotes();
        var failures = new List<string>();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var group in Read(file).Root.Children)
            {
                var compiled = JsonSchema.Compile(group["schema"], new SchemaOptions { Dialect = dialect, Registry = registry });
                foreach (var test in group["tests"].Children)
                {
                    count++;
                    if (Complaint(compiled, test) is { } complaint) failures.Add($"{Path.GetFileName(file)}: {group["description"].GetString()}: {test["description"].GetString()}: {complaint}");
                }
            }
        }
        output.WriteLine($"{draft}: {count - failures.Count} of {count} required tests pass.");
        count.Should().BeGreaterThan(500);
        failures.Should().BeEmpty();
    }

    private static string? Complaint(SchemaCompileResult compiled, RawNode test)
    {
        if (compiled.Schema is not { } schema) return $"does not compile: {string.Join("; ", compiled.Problems.Select(p => p.Message))}";
        var expected = test["valid"].GetBoolean()!.Value;
        var instance = test["data"].ToUtf8Json();
        var fast = schema.IsValid(instance);
        var complete = !schema.Validate(instance).Any(f => f.Severity == FindingSeverity.Error);
        return fast == expected && complete == expected ? null : $"expected {expected}, got {fast} and {complete}";
    }

    private static SchemaRegistry Remotes()
    {
        var root = SharedData.Require("json-schema-test-suite", "remotes");
        return new SchemaRegistry(Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create($"http://localhost:1234/{Path.GetRelativePath(root, file).Replace('\\', '/')}", Read(file))));
    }

    private static RawDocument Read(string file) => RawDocumentReader.Read(File.ReadAllBytes(file), file).Document
        ?? throw new InvalidDataException(Encoding.UTF8.GetString(File.ReadAllBytes(file)));
}
