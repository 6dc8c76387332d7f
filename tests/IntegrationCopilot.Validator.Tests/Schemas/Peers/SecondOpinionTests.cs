using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using PeerDialect = Json.Schema.Dialect;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Ours beside JsonSchema.Net over the official test suite: where the two differ is a list that says who is right, and by which section.</summary>
public sealed class SecondOpinionTests(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["", "optional", "optional/format"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (draft, _, _) in SchemaPeer.Drafts)
                foreach (var folder in Folders) data.Add(draft, folder);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Verdicts_OfficialCases_DifferOnlyAsListed(string draft, string folder)
    {
        var (_, ours, theirs) = SchemaPeer.Drafts.Single(d => d.Draft == draft);
        var options = new SchemaOptions
        {
            Dialect = ours, Catalog = OfficialSuite.Remotes(), PatternTimeout = Patience, AssertFormats = folder == "optional/format",
        };
        var (count, differences) = Compare(OfficialSuite.Folder(draft, folder.Split('/')), options, theirs);
        var known = ReadKnown().Where(k => k.Folder == folder && k.Drafts.Contains(draft)).SelectMany(k => k.Tests).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"{draft}/{folder}: {count} verdicts compared, {differences.Count} differ.");
        count.Should().BeGreaterThan(90);
        string.Join('\n', differences.Where(d => !known.Contains(d.Name)).Select(d => $"{d.Name}: {d.Verdicts}")).Should()
            .BeEmpty("what differs is in KnownPeerDifferences.json");
        string.Join('\n', known.Except(differences.Select(d => d.Name), StringComparer.Ordinal)).Should()
            .BeEmpty("what agrees is not in KnownPeerDifferences.json");
    }

    [Fact]
    public void KnownDifferences_Each_SaysWhoIsRightAndWhy() => ReadKnown().Should().NotBeEmpty().And
        .OnlyContain(k => (k.Right == "ours" || k.Right == "theirs" || k.Right == "both") && k.Reason.Contains("section", StringComparison.Ordinal)
        && k.Tests.Length > 0);

    private static (int Count, List<(string Name, string Verdicts)> Differences) Compare(string folder, SchemaOptions options, PeerDialect theirs)
    {
        var count = 0;
        List<(string, string)> differences = [];
        foreach (var (file, group) in OfficialSuite.Groups(folder))
        {
            var compiled = CompiledSchema.Compile(group["schema"], options).Schema;
            var peer = SchemaPeer.Compile(group["schema"].ToString(), theirs, options.AssertFormats);
            foreach (var test in group["tests"].Children)
            {
                count++;
                var (own, other) = (Verdict(compiled, test["data"]), peer(test["data"].ToString()));
                if (own != other)
                {
                    differences.Add((OfficialSuite.NameOf(file, group, test),
                        $"ours {own}, theirs {other}, the suite {SchemaPeer.Verdict(test["valid"].GetBoolean()!.Value)}"));
                }
            }
        }
        return (count, differences);
    }

    private static string Verdict(CompiledSchema? schema, RawNode value) => schema is null ? "does not compile" : SchemaPeer.Verdict(schema.IsValid(value));

    private static List<KnownDifferences> ReadKnown()
    {
        var file = Path.Combine(SharedData.RepositoryRoot, "tests/IntegrationCopilot.Validator.Tests/Schemas/Peers/KnownPeerDifferences.json");
        return JsonSerializer.Deserialize<List<KnownDifferences>>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
    }

    /// <param name="Folder">Empty for the required cases, <c>optional</c> or <c>optional/format</c>.</param>
    /// <param name="Drafts">Where they differ.</param>
    /// <param name="Right"><c>ours</c>, <c>theirs</c>, or <c>both</c> where the specification leaves the choice.</param>
    /// <param name="Reason">Why, with the section of the specification.</param>
    /// <param name="Tests">Names of the tests: <c>FILE: GROUP: TEST</c>.</param>
    private sealed record KnownDifferences(string Folder, string[] Drafts, string Right, string Reason, string[] Tests);
}
