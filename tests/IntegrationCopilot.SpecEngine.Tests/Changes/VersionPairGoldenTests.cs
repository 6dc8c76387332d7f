using System.Globalization;
using System.Text;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What breaks clients between the versions of real APIs: judged by hand, with what was judged written above the list. Set UPDATE_GOLDENS=1 to
/// rewrite.</summary>
public sealed class VersionPairGoldenTests
{
    private static readonly string Folder = Path.Combine(SharedData.RepositoryRoot, "tests", "goldens", "changes");

    [Theory]
    [MemberData(nameof(VersionPairTests.Pairs), MemberType = typeof(VersionPairTests))]
    public async Task Compare_RealVersions_BreakingChangesAreTheJudgedOnes(string older, string newer)
    {
        var changes = ApiComparison.Compare(
            await VersionPairTests.ReadAsync(older), await VersionPairTests.ReadAsync(newer), TestContext.Current.CancellationToken);
        var path = Path.Combine(Folder, older[..older.IndexOf('_', StringComparison.Ordinal)] + ".txt");
        var known = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";
        // What was judged by hand stands above the line and stays when the file is renewed.
        var judged = known.Contains("\n---\n", StringComparison.Ordinal)
            ? known[..(known.IndexOf("\n---\n", StringComparison.Ordinal) + 5)] : "Not judged yet.\n---\n";
        var actual = judged + Lines(changes);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1") await File.WriteAllTextAsync(path, actual);
        else actual.Should().Be(known, "it is what the golden file holds; when the change is meant, run with UPDATE_GOLDENS=1, and judge what is new by hand");
    }

    private static string Lines(IReadOnlyList<ApiChange> changes)
    {
        var text = new StringBuilder();
        foreach (var kind in changes.GroupBy(c => c.Kind).OrderBy(g => g.Key)) text.Append(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Count()}\n");
        foreach (var rule in changes.Where(c => c.Kind == ChangeKind.Breaking).GroupBy(c => c.Rule.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{rule.Key}: {rule.Count()}\n");
            foreach (var change in rule) text.Append(CultureInfo.InvariantCulture, $"  {Place(change.Old)} -> {Place(change.New)} {change.Message}\n");
        }
        return text.ToString();
    }

    private static string Place(SourceLocation? place) => place is null ? "(none)" : $"{place.Line}:{place.Column} {place.Pointer}";
}
