using System.Xml.Linq;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Architecture.Tests.Docs;

/// <summary>What the README of a package says of where it runs is what its project says.</summary>
public sealed class PackageReadmeTests
{
    private static readonly string Source = Path.Combine(SharedData.RepositoryRoot, "src");
    private static readonly string[] Rows = [".NET", "ASP.NET Core", "Trimming, native AOT", "Blazor WebAssembly", "Operating systems"];

    public static TheoryData<string> Packages() => new(Directory.EnumerateFiles(Source, "README.md", SearchOption.AllDirectories)
        .Select(file => Path.GetFileName(Path.GetDirectoryName(file))!).Order(StringComparer.Ordinal));

    [Fact]
    public void Packages_HaveAReadmeEach() => Packages().Should().HaveCount(Product.All.Count, "the server is no package, and the templates are no assembly");

    [Theory]
    [MemberData(nameof(Packages))]
    public void Readme_WhatItSupports_IsWhatTheProjectSays(string package)
    {
        var supports = SupportsOf(File.ReadAllText(Path.Combine(Source, package, "README.md")));
        supports.Keys.Should().Equal(Rows);
        SupportsCompilingAhead(package).Should().Be(supports["Trimming, native AOT"].StartsWith("yes", StringComparison.Ordinal));
        NeedsWebFramework(package).Should().Be(supports["ASP.NET Core"].StartsWith("needed", StringComparison.Ordinal));
        KnowsBrowsers(package).Should().Be(supports["Blazor WebAssembly"].StartsWith("no call that browsers lack", StringComparison.Ordinal));
    }

    [Fact]
    public void SupportsOf_Table_IsRead() =>
        SupportsOf("# A\n\n## Supports\n\n| | |\n|---|---|\n| .NET | 10 |\n| ASP.NET Core | not needed |\n")
            .Should().Equal(new Dictionary<string, string> { [".NET"] = "10", ["ASP.NET Core"] = "not needed" });

    private static Dictionary<string, string> SupportsOf(string readme)
    {
        var rows = readme[(readme.IndexOf("## Supports", StringComparison.Ordinal) is >= 0 and var start ? start : readme.Length)..].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|')).Where(cells => cells[1].Trim().Length > 0);
        return rows.ToDictionary(cells => cells[1].Trim(), cells => cells[2].Trim(), StringComparer.Ordinal);
    }

    private static bool SupportsCompilingAhead(string package) => Project(package).Descendants("IsAotCompatible").Any(value => value.Value == "true");

    private static bool KnowsBrowsers(string package) =>
        Project(package).Descendants("SupportedPlatform").Any(platform => platform.Attribute("Include")?.Value == "browser");

    /// <summary>Itself, or by a package it stands on.</summary>
    private static bool NeedsWebFramework(string package) =>
        Project(package).Descendants("FrameworkReference").Any()
        || Project(package).Descendants("ProjectReference")
        .Any(reference => NeedsWebFramework(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)));

    private static XDocument Project(string package) => XDocument.Load(Path.Combine(Source, package, $"{package}.csproj"));
}
