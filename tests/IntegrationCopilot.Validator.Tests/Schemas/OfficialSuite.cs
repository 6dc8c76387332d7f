using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The official JSON Schema test suite, run by both evaluators.</summary>
internal static class OfficialSuite
{
    public static readonly (string Draft, SchemaDialect Dialect)[] Drafts =
    [
        ("draft4", SchemaDialect.Draft4), ("draft6", SchemaDialect.Draft6), ("draft7", SchemaDialect.Draft7),
        ("draft2019-09", SchemaDialect.Draft201909), ("draft2020-12", SchemaDialect.Draft202012),
    ];

    /// <summary>The remote schemas, under the address the suite expects them at.</summary>
    public static SchemaCatalog Remotes()
    {
        var root = SharedData.Require("json-schema-test-suite", "remotes");
        return new SchemaCatalog(Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create($"http://localhost:1234/{Path.GetRelativePath(root, file).Replace('\\', '/')}", Read(file))));
    }

    /// <summary>Runs the files directly in a folder of a draft.</summary>
    /// <returns>How many tests there are, and what fails: <c>FILE: GROUP: TEST</c> and why.</returns>
    public static (int Count, List<(string Name, string Complaint)> Failures) Run(string folder, SchemaOptions options)
    {
        var count = 0;
        List<(string, string)> failures = [];
        foreach (var (file, group) in Groups(folder))
        {
            var compiled = CompiledSchema.Compile(group["schema"], options);
            foreach (var test in group["tests"].Children)
            {
                count++;
                if (Complaint(compiled, test) is { } complaint) failures.Add((NameOf(file, group, test), complaint));
            }
        }
        return (count, failures);
    }

    /// <summary>The groups of tests in the files directly in a folder: each has a schema.</summary>
    public static IEnumerable<(string File, RawNode Group)> Groups(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
        from @group in Read(file).Root.Children
        select (file, @group);

    public static string NameOf(string file, RawNode group, RawNode test) =>
        $"{Path.GetFileName(file)}: {group["description"].GetString()}: {test["description"].GetString()}";

    public static string Folder(string draft, params string[] inside) => SharedData.Require(["json-schema-test-suite", "tests", draft, .. inside]);

    private static string? Complaint(SchemaCompileResult compiled, RawNode test)
    {
        if (compiled.Schema is not { } schema) return $"does not compile: {string.Join("; ", compiled.Problems.Select(p => p.Message))}";
        var expected = test["valid"].GetBoolean()!.Value;
        var instance = test["data"].ToUtf8Json();
        var fast = schema.IsValid(instance);
        var complete = !schema.Explain(instance).Any(f => f.Severity == FindingSeverity.Error);
        return fast == expected && complete == expected ? null : $"expected {expected}, got {fast} and {complete}";
    }

    private static RawDocument Read(string file) =>
        RawDocumentReader.Read(File.ReadAllBytes(file), file).Document ?? throw new InvalidDataException($"{file} cannot be read.");
}
