using System.Text.RegularExpressions;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Architecture.Tests.Docs;

/// <summary>What the documentation names exists, and what exists is named.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = SharedData.RepositoryRoot;

    public static TheoryData<string> Pages() => new(
        Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "samples"), "*.md"))
            .Select(file => Path.GetRelativePath(Root, file)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_RelativeLinks_LeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        BrokenLinks(File.ReadAllText(Path.Combine(Root, page)), folder).Should().BeEmpty();
    }

    [Fact]
    public void BrokenLinks_LinkToNothing_IsFound() =>
        BrokenLinks("See [this](README.md), [that](no-such-page.md#part) and [there](https://example.com).", Root).Should().Equal("no-such-page.md");

    [Theory]
    [InlineData("docs/articles")]
    public void TableOfContents_Articles_AreAllThereAndNoOthers(string folder)
    {
        var listed = Hrefs().Matches(File.ReadAllText(Path.Combine(Root, folder, "toc.yml"))).Select(m => m.Groups["target"].Value);
        listed.Should().BeEquivalentTo(Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md").Select(Path.GetFileName));
    }

    [Fact]
    public void DecisionIndex_Decisions_AreAllThereAndNoOthers()
    {
        var folder = Path.Combine(Root, "docs", "adr");
        var listed = Links().Matches(File.ReadAllText(Path.Combine(folder, "index.md"))).Select(m => m.Groups["target"].Value);
        listed.Should().BeEquivalentTo(Directory.EnumerateFiles(folder, "0*.md").Select(Path.GetFileName));
    }

    private static IEnumerable<string> BrokenLinks(string markdown, string folder) =>
        Links().Matches(markdown).Select(m => m.Groups["target"].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(folder, link)));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"href:\s*(?<target>\S+\.md)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hrefs();
}
