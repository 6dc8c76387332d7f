using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Hard, odd and broken documents: each gets an answer within the limits, and a problem where something is wrong.</summary>
[Collection(nameof(Cost))]
public sealed class MalformedTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>All that is allocated, which is more than what lives at any time.</summary>
    private const long MemoryLimit = 300L * 1024 * 1024;

    /// <summary>Faults told by who compiles schemas, not by who reads the description.</summary>
    private static readonly string[] ToldByTheValidator = ["schema/regex-invalid.yaml"];

    /// <summary>Documents called valid that have a fault nevertheless, or that are parts of others.</summary>
    private static readonly string[] NotWhole =
    [
        // Refer to files outside of their folder.
        "cyclical.yaml", "externalPathItemRef.yaml",
        // Fragments, not descriptions.
        "subdir1/test.yaml", "subdir2/ok.yaml",
        // A plus sign is no blank in a pointer (RFC 6901, section 6); components do not exist in 2.0.
        "ref-encoding3.yaml", "ref-encoding2.yaml",
    ];

    public static TheoryData<string, string> Documents()
    {
        var data = new TheoryData<string, string>();
        if (!SharedData.IsPresent) return data;
        var root = SharedData.Require("malformed");
        foreach (var line in File.ReadAllLines(Path.Combine(root, "INDEX.tsv")).Skip(1).Select(l => l.Split('\t')))
            foreach (var file in FilesOf(root, line[0])) data.Add(file, line[5]);
        return data;
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Documents))]
    public void Read_HardDocument_GivesAnAnswerWithinTheLimits(string file, string valid)
    {
        var path = Path.Combine(SharedData.Require("malformed"), file);
        var content = File.ReadAllBytes(path);
        var options = new SpecReadOptions { Source = DocumentSources.Folder(Path.GetDirectoryName(path)!) };
        var (result, time, bytes) = Cost.OfBest(() => ApiSpecReader.Read(content, path, options, TestContext.Current.CancellationToken), TimeLimit);
        time.Should().BeLessThan(TimeLimit);
        bytes.Should().BeLessThan(MemoryLimit);
        result.Problems.Should().NotContain(p => p.Message.Length > 1_000);
        if (valid == "yes" && !NotWhole.Any(n => file.EndsWith(n, StringComparison.Ordinal)))
            result.Problems.Where(p => p.Severity == ProblemSeverity.Error).Should().BeEmpty();
        if (valid == "no" && !ToldByTheValidator.Contains(file))
            result.Problems.Should().Contain(p => p.Severity != ProblemSeverity.Information && p.Location.Line > 0);
    }

    [Theory]
    [InlineData("syntax/truncated.json", "json-truncated", 10)]
    [InlineData("syntax/trailing-comma.json", "json-syntax", 6)]
    [InlineData("syntax/two-objects.json", "json-syntax", 20)]
    [InlineData("syntax/nan-infinity.json", "json-syntax", 1)]
    [InlineData("syntax/unclosed-quote.yaml", "yaml-syntax", 4)]
    [InlineData("syntax/at-sign-scalar.yaml", "yaml-syntax", 11)]
    [InlineData("syntax/multi-document.yaml", "yaml-several-documents", 12)]
    [InlineData("yaml/undefined-alias.yaml", "yaml-undefined-alias", 12)]
    [InlineData("yaml/recursive-alias.yaml", "yaml-circular-alias", 7)]
    [InlineData("yaml/billion-laughs.yaml", "yaml-alias-expansion", 12)]
    [InlineData("yaml/non-string-keys.yaml", "yaml-key-not-text", 13)]
    [InlineData("refs/self-ref.yaml", "circular-reference", 11)]
    [InlineData("refs/wrong-kind.json", "reference-wrong-target", 13)]
    [InlineData("refs/wrong-kind.json", "reference-wrong-target", 18)]
    [InlineData("structure/bad-status-codes.json", "response-status", 12)]
    [InlineData("structure/bad-status-codes.json", "response-status", 27)]
    [InlineData("structure/missing-responses.yaml", "missing-field", 7)]
    [InlineData("structure/missing-responses.yaml", "responses-empty", 8)]
    [InlineData("structure/missing-responses.yaml", "empty-field", 9)]
    [InlineData("schema/bad-bounds.json", "schema-bounds", 12)]
    [InlineData("schema/bad-bounds.json", "schema-bounds", 23)]
    [InlineData("paths/parameter-errors.json", "parameter-schema", 17)]
    [InlineData("paths/parameter-errors.json", "parameter-schema", 21)]
    [InlineData("yaml/duplicate-keys.yaml", "duplicate-key", 8)]
    [InlineData("refs/missing-target.yaml", "unresolved-reference", 17)]
    [InlineData("refs/path-traversal.yaml", "unresolved-reference", 8)]
    [InlineData("refs/cycle-two.yaml", "circular-reference", 11)]
    [InlineData("refs/recursive-allof.yaml", "schema-endless", 10)]
    [InlineData("refs/recursive-required-infinite.yaml", "schema-infinite", 10)]
    [InlineData("paths/ambiguous.json", "path-ambiguous", 28)]
    [InlineData("structure/wrong-types.yaml", "wrong-kind", 3)]
    [InlineData("structure/swagger-2.0-parameter-errors.json", "body-several", 10)]
    public async Task Read_Fault_IsToldWithItsLine(string file, string id, int line)
    {
        var result = await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.Require("malformed"), file));
        result.Problems.Should()
            .Contain(p => p.Id == id && p.Location.Line == line, string.Join('\n', result.Problems.Select(p => $"{p.Id} {p.Location.Line} {p.Message}")));
    }

    private static IEnumerable<string> FilesOf(string root, string entry)
    {
        var path = Path.Combine(root, entry);
        if (File.Exists(path)) return [entry];
        string[] starts = ["root.yaml", "a.yaml"];
        var start = Array.Find(starts, s => File.Exists(Path.Combine(path, s)));
        if (start is not null) return [Path.Combine(entry, start)];
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".json", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal)
            || f.EndsWith(".yml", StringComparison.Ordinal))
            .Where(f => new FileInfo(f).Length > 0).Select(f => Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal);
    }
}
