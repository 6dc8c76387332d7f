using System.Reflection;
using System.Xml.Linq;

namespace IntegrationCopilot.Architecture.Tests.Docs;

/// <summary>The documentation of each public type says whether threads may share it.</summary>
public sealed class ThreadSafetyTests
{
    public static TheoryData<string> Packages() =>
        new(Product.All.Where(assembly => File.Exists(DocumentationOf(assembly))).Select(assembly => assembly.GetName().Name!));

    [Fact]
    public void Packages_AreDocumented() => Packages().Should().HaveCount(8);

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicTypes_SayWhetherThreadsMayShareThem(string package)
    {
        var assembly = Product.All.Single(one => one.GetName().Name == package);
        Silent(assembly.GetExportedTypes(), Told(XDocument.Load(DocumentationOf(assembly)))).Should().BeEmpty();
    }

    [Fact]
    public void Silent_TypeThatSaysNothing_IsFound() =>
        Silent([typeof(Planted.OpenClass), typeof(Planted.Trace)], Told(XDocument.Parse(
            $"<doc><members><member name='T:{typeof(Planted.Trace)}'><threadsafety>Immutable.</threadsafety></member><member name='T:{typeof(Planted.OpenClass)}'/></members></doc>")))
            .Should().Equal(nameof(Planted.OpenClass));

    private static string DocumentationOf(Assembly assembly) => Path.ChangeExtension(assembly.Location, ".xml");

    private static HashSet<string> Told(XDocument documentation) => documentation.Descendants("threadsafety")
        .Select(element => element.Ancestors("member").First().Attribute("name")!.Value[2..]).ToHashSet(StringComparer.Ordinal);

    /// <summary>What holds of a base type, of an interface or of the type around is said there. Values and functions have nothing to be shared.</summary>
    private static IEnumerable<string> Silent(IEnumerable<Type> types, HashSet<string> told) =>
        from type in types
        where !type.IsEnum && !type.IsAssignableTo(typeof(Delegate)) && !type.IsAssignableTo(typeof(Attribute))
        where !Around(type).Any(one => told.Contains(NameOf(one)))
        select type.Name;

    private static IEnumerable<Type> Around(Type type) =>
        [type, .. Bases(type), .. type.GetInterfaces(), .. type.DeclaringType is { } outer ? Around(outer) : []];

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var one = type.BaseType; one is not null; one = one.BaseType) yield return one;
    }

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
}
