using System.Xml.Linq;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>
/// Projects that <c>dotnet new</c> makes name the packages that this repository makes, of the version that packing puts in, and those it is tested with.
/// </summary>
public sealed class TemplateTests
{
    private static readonly string Root = Testing.SharedData.RepositoryRoot;

    [Fact]
    public void Templates_Packages_AreOfTheVersionsOfTheRepository()
    {
        const string ours = "PACKED_VERSION";
        var theirs = XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value, StringComparer.Ordinal);
        var named = Directory.GetFiles(Path.Combine(Root, "src", "IntegrationCopilot.Templates", "templates"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => XDocument.Load(project).Descendants("PackageReference"))
            .Select(package => (Name: package.Attribute("Include")!.Value, Version: package.Attribute("Version")!.Value)).ToList();
        named.Should().HaveCountGreaterThan(3);
        named.Should().OnlyContain(package =>
            package.Version == (package.Name.StartsWith("IntegrationCopilot.", StringComparison.Ordinal) ? ours : theirs[package.Name]));
    }
}
