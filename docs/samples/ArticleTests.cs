using System.Text.RegularExpressions;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Samples;

/// <summary>The code in the articles and in README.md is the code that runs here: each C# block stands behind a comment that names its region, and is equal to it.</summary>
public sealed partial class ArticleTests
{
    private static readonly string Root = SharedData.RepositoryRoot;
    private static readonly string[] Folders = [Path.Combine(Root, "docs", "samples"), Path.Combine(Root, "samples", "Bookshelf.Tests")];
    private static readonly IReadOnlyDictionary<string, string> Samples = Folders
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs")).Where(file => Path.GetFileName(file) != "ArticleTests.cs")
        .ToDictionary(file => Path.GetFileName(file), StringComparer.Ordinal);

    public static TheoryData<string> Files() =>
    [
        "README.md",
        .. Relative(Directory.EnumerateFiles(Path.Combine(Root, "src"), "README.md", SearchOption.AllDirectories)),
        .. Relative(Directory.EnumerateFiles(Path.Combine(Root, "docs", "articles"), "*.md")),
    ];

    private static IEnumerable<string> Relative(IEnumerable<string> files) => files.Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Article_CSharpBlocks_AreRegionsOfTheSamples(string file)
    {
        var article = (await File.ReadAllTextAsync(Path.Combine(Root, file), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var marked = Marked().Matches(article);
        Fences().Count(article).Should().Be(marked.Count, "each C# block follows a line such as <!-- sample: SpecEngineSamples.cs#read -->");
        foreach (Match block in marked)
            block.Groups["code"].Value.Should().Be(await RegionAsync(block.Groups["file"].Value, block.Groups["region"].Value), "{0} quotes {1}", file, block.Groups["region"].Value);
    }

    [Fact]
    public async Task Samples_Regions_AreAllQuoted()
    {
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in Files().Select(row => row.Data))
            foreach (Match block in Marked().Matches((await File.ReadAllTextAsync(Path.Combine(Root, article), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n")))
                quoted.Add($"{block.Groups["file"].Value}#{block.Groups["region"].Value}");
        var written = new List<string>();
        foreach (var file in Samples.Values)
            written.AddRange(Regions().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Select(m => $"{Path.GetFileName(file)}#{m.Groups["name"].Value}"));
        written.Should().HaveCountGreaterThan(8).And.BeEquivalentTo(quoted);
    }

    /// <summary>The lines of a region without their common indentation.</summary>
    private static async Task<string> RegionAsync(string file, string region)
    {
        var lines = (await File.ReadAllLinesAsync(Samples[file], TestContext.Current.CancellationToken)).ToList();
        var start = lines.FindIndex(l => l.Trim() == $"#region {region}");
        start.Should().BeGreaterThanOrEqualTo(0, "{0} has a region '{1}'", file, region);
        var inside = lines.Skip(start + 1).TakeWhile(l => l.Trim() != "#endregion").ToList();
        var indent = inside.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Concat(inside.Select(l => (l.Length == 0 ? "" : l[indent..]) + "\n"));
    }

    [GeneratedRegex(@"^<!-- sample: (?<file>\w+\.cs)#(?<region>[a-z-]+) -->\n+```csharp\n(?<code>(?:(?!```).*\n)*)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Marked();

    [GeneratedRegex("^```csharp", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Fences();

    [GeneratedRegex(@"#region (?<name>[a-z-]+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Regions();
}
