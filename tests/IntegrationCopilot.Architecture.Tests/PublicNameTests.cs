using System.Reflection;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>Public type names are told apart from those of the platform and the peers that programs use beside these packages.</summary>
public sealed class PublicNameTests
{
    private static readonly string[] Peers = ["Microsoft.OpenApi", "JsonSchema.Net", "JsonPointer.Net"];
    private static readonly string[] Families = ["System.", "Microsoft.AspNetCore.", "Microsoft.Extensions."];

    [Fact]
    public void PublicTypes_ClashWithNobody()
    {
        var names = Product.All.Where(assembly => assembly != Product.Server).SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested).ToList();
        names.Should().HaveCountGreaterThan(150);
        Clashes(names).Should().BeEmpty();
    }

    [Fact]
    public void PublicTypes_ThatClash_AreFound() =>
        Clashes([typeof(Planted.Trace), typeof(Planted.JsonSchema), typeof(Planted.OpenClass)]).Should().HaveCount(2);

    private static IEnumerable<string> Clashes(IEnumerable<Type> types) =>
        from type in types
        where Taken.Value.TryGetValue(type.Name, out _)
        select $"{type.FullName} is also {Taken.Value[type.Name]}";

    private static Lazy<Dictionary<string, string>> Taken { get; } = new(() =>
        Assemblies().SelectMany(ExportedTypes).Where(type => !type.IsNested).GroupBy(type => type.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().FullName!, StringComparer.Ordinal));

    /// <summary>The shared frameworks, and the peers as the test's output folder has them.</summary>
    private static IEnumerable<Assembly> Assemblies()
    {
        var names = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => IsTold(Path.GetFileNameWithoutExtension(file))).ToList();
        names.Select(Path.GetFileNameWithoutExtension).Should().Contain(Peers);
        return names.Select(file => Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(file))));
    }

    private static bool IsTold(string name) =>
        Peers.Contains(name)
            || Families.Any(family => name.StartsWith(family, StringComparison.Ordinal) && !name.StartsWith("System.Private.", StringComparison.Ordinal));

    private static Type[] ExportedTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetExportedTypes();
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or TypeLoadException)
        {
            return [];
        }
    }
}
