using System.Reflection;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>SpecEngine ← Validator ← MockGen ← TestKit ← { TestKit.Xunit, Cli, Server }, Validator ← Validator.AspNetCore ← Proxy ← Cli, Validator ←
/// Validator.JsonSchemaNet, and no arrow back.</summary>
public sealed class PackageChainTests
{
    private static readonly string[] Chain = ["SpecEngine", "Validator", "MockGen", "TestKit"];

    /// <summary>The arrows to packages beside the chain.</summary>
    private static readonly (string From, string To)[] Beside = [("Proxy", "Validator.AspNetCore"), ("Cli", "Proxy")];

    [Fact]
    public void Packages_OfTheChain_BuildOnEarlierOnesOnly()
    {
        var arrows = Product.All.SelectMany(assembly =>
            assembly.GetReferencedAssemblies().Select(reference => (NameOf(assembly.GetName().Name!), NameOf(reference.Name!))))
            .Where(arrow => Product.All.Any(assembly => NameOf(assembly.GetName().Name!) == arrow.Item2)).ToList();
        arrows.Should().HaveCountGreaterThan(6);
        Offenders(arrows).Should().BeEmpty();
    }

    [Fact]
    public void Projects_OfTheChain_ReferenceEarlierOnesOnly()
    {
        var source = Path.Combine(Testing.SharedData.RepositoryRoot, "src");
        var arrows = (from folder in Directory.GetDirectories(source)
            from file in Directory.GetFiles(folder, "*.csproj")
            from reference in System.Xml.Linq.XDocument.Load(file).Descendants("ProjectReference")
            select (NameOf(Path.GetFileNameWithoutExtension(file)),
                NameOf(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))))).ToList();
        arrows.Should().HaveCountGreaterThan(4);
        Offenders(arrows).Should().BeEmpty();
    }

    [Theory]
    [InlineData("SpecEngine", "Validator")]
    [InlineData("Validator", "TestKit")]
    [InlineData("TestKit", "Server")]
    [InlineData("Cli", "Server")]
    [InlineData("TestKit", "Proxy")]
    [InlineData("Validator.AspNetCore", "Proxy")]
    [InlineData("Validator", "Validator.JsonSchemaNet")]
    public void Arrow_Backwards_IsFound(string from, string to) => Offenders([(from, to)]).Should().Equal($"{from} -> {to}");

    /// <remarks>So that a console application, or one in a browser, can validate.</remarks>
    [Theory]
    [InlineData("SpecEngine", false)]
    [InlineData("Validator", false)]
    [InlineData("Validator.JsonSchemaNet", false)]
    [InlineData("Validator.AspNetCore", true)]
    [InlineData("Proxy", true)]
    public void Project_ForAnyHost_NeedsNoWebFramework(string package, bool needs) =>
        File.ReadAllText(Path.Combine(Testing.SharedData.RepositoryRoot, "src", $"IntegrationCopilot.{package}", $"IntegrationCopilot.{package}.csproj"))
            .Contains("FrameworkReference", StringComparison.Ordinal).Should().Be(needs);

    [Fact]
    public void Internals_OfAPackage_AreOpenedToItsTestsOnly()
    {
        var opened = Product.All.SelectMany(assembly => OpenedBy(NameOf(assembly.GetName().Name!), assembly)).ToList();
        opened.Should().HaveCountGreaterThan(3);
        opened.Where(opening => IsPackage(opening.To)).Should().BeEmpty();
    }

    [Fact]
    public void Internals_OpenedToAPackage_AreFound() =>
        OpenedBy("Architecture.Tests", Product.Planted).Where(opening => IsPackage(opening.To)).Should().Equal(("Architecture.Tests", "MockGen"));

    private static IEnumerable<(string From, string To)> OpenedBy(string name, System.Reflection.Assembly assembly) =>
        assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .Select(opening => (name, NameOf(opening.AssemblyName.Split(',')[0])));

    private static bool IsPackage(string name) => Product.All.Any(assembly => NameOf(assembly.GetName().Name!) == name);

    private static IEnumerable<string> Offenders(IEnumerable<(string From, string To)> arrows) =>
        from arrow in arrows
        let place = Array.IndexOf(Chain, arrow.To)
        where !Beside.Contains(arrow)
        where place < 0 || (Array.IndexOf(Chain, arrow.From) is >= 0 and var own && own <= place)
        select $"{arrow.From} -> {arrow.To}";

    private static string NameOf(string assembly) => assembly.Replace("IntegrationCopilot.", "", StringComparison.Ordinal);
}
