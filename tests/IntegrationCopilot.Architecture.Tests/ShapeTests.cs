using IntegrationCopilot.Architecture.Tests.Planted;
using IntegrationCopilot.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IntegrationCopilot.Architecture.Tests;

/// <summary>What types and files look like.</summary>
public sealed class ShapeTests
{
    private const int MostLines = 400;
    private static readonly string[] Extensions = [".cs", ".razor", ".css", ".js"];
    private static readonly string[] Generated = ["Migrations", "bin", "obj", "artifacts", "node_modules", "data"];

    [Fact]
    public void Types_AreSealedUnlessDerivedFrom()
    {
        var classes = Product.All.SelectMany(Product.ClassesOf).ToList();
        classes.Should().HaveCountGreaterThan(400);
        var open = Open(classes).ToList();
        open.Except(Exceptions.Unsealed.Keys).Should().BeEmpty();
        Exceptions.Unsealed.Keys.Should().BeSubsetOf(open, "an exception that is not needed is removed");
    }

    [Fact]
    public void Types_LeftOpen_AreFound() => Open([typeof(OpenClass), typeof(NosyPage)]).Should().Equal(nameof(OpenClass));

    [Fact]
    public void Files_AreShort()
    {
        var files = Directory.GetFiles(SharedData.RepositoryRoot, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file))
                && !Path.GetRelativePath(SharedData.RepositoryRoot, file).Split('/', '\\').Any(Generated.Contains)).ToList();
        files.Should().HaveCountGreaterThan(400);
        TooLong(files.Select(file => (Path.GetRelativePath(SharedData.RepositoryRoot, file), File.ReadLines(file).Count()))).Should().BeEmpty();
    }

    [Fact]
    public void Files_ThatAreLong_AreFound() => TooLong([("a.cs", MostLines), ("b.cs", MostLines + 1)]).Should().Equal("b.cs has 401 lines");

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) =>
        from file in files where file.Lines > MostLines select $"{file.File} has {file.Lines} lines";

    private static IEnumerable<string> Open(IReadOnlyCollection<Type> classes) =>
        from type in classes
        where type is { IsSealed: false, IsAbstract: false } && type.Name is not ("Program" or "_Imports")
        where !type.IsAssignableTo(typeof(IComponent)) && !type.IsAssignableTo(typeof(Migration))
            && !type.IsAssignableTo(typeof(ModelSnapshot)) // generated as they are
        where !classes.Any(other => other.BaseType is { } parent && (parent == type || (parent.IsGenericType && parent.GetGenericTypeDefinition() == type)))
        select type.Name;
}
