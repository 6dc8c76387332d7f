using System.Text.Json;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The official JSON Schema test suite: every required test of every draft, and the optional ones but for a list with reasons.</summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    // What is measured here is meaning, not speed: a busy machine must not change an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string, SchemaDialect> Drafts
    {
        get
        {
            var data = new TheoryData<string, SchemaDialect>();
            foreach (var (draft, dialect) in OfficialSuite.Drafts) data.Add(draft, dialect);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void RequiredTests_EachDraft_AllPass(string draft, SchemaDialect dialect)
    {
        var (count, failures) = OfficialSuite.Run(OfficialSuite.Folder(draft),
            new SchemaOptions { PatternTimeout = Patience, Dialect = dialect, Catalog = OfficialSuite.Remotes() });
        output.WriteLine($"{draft}: {count - failures.Count} of {count} required tests pass.");
        count.Should().BeGreaterThan(500);
        failures.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Drafts))]
    public void FormatTests_EachDraft_PassButForTheList(string draft, SchemaDialect dialect) =>
        RunOptional(draft, "optional/format",
            new SchemaOptions { PatternTimeout = Patience, Dialect = dialect, Catalog = OfficialSuite.Remotes(), AssertFormats = true }, atLeast: 200);

    [Theory]
    [MemberData(nameof(Drafts))]
    public void OptionalTests_EachDraft_PassButForTheList(string draft, SchemaDialect dialect) =>
        RunOptional(draft, "optional", new SchemaOptions { PatternTimeout = Patience, Dialect = dialect, Catalog = OfficialSuite.Remotes() }, atLeast: 90);

    private void RunOptional(string draft, string folder, SchemaOptions options, int atLeast)
    {
        var (count, failures) = OfficialSuite.Run(OfficialSuite.Folder(draft, folder.Split('/')), options);
        var known = ReadKnown().Where(k => k.Folder == folder && k.Drafts.Contains(draft)).SelectMany(k => k.Tests).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"{draft}: {count - failures.Count} of {count} tests under {folder} pass; {failures.Count} are listed with reasons.");
        count.Should().BeGreaterThan(atLeast);
        string.Join('\n', failures.Where(f => !known.Contains(f.Name)).Select(f => $"{f.Name}: {f.Complaint}")).Should()
            .BeEmpty("what fails is in KnownOptionalFailures.json");
        string.Join('\n', known.Except(failures.Select(f => f.Name), StringComparer.Ordinal)).Should()
            .BeEmpty("what passes is not in KnownOptionalFailures.json");
    }

    private static List<KnownFailures> ReadKnown()
    {
        var file = Path.Combine(SharedData.RepositoryRoot, "tests/IntegrationCopilot.Validator.Tests/Schemas/KnownOptionalFailures.json");
        return JsonSerializer.Deserialize<List<KnownFailures>>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
    }

    /// <param name="Folder"><c>optional</c> or <c>optional/format</c>.</param>
    /// <param name="Drafts">Where it fails.</param>
    /// <param name="Reason">Why that is so.</param>
    /// <param name="Tests">Names of the tests: <c>FILE: GROUP: TEST</c>.</param>
    private sealed record KnownFailures(string Folder, string[] Drafts, string Reason, string[] Tests);
}
