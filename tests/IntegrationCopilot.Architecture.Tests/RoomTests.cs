namespace IntegrationCopilot.Architecture.Tests;

/// <summary>The rooms of each package build on each other in one direction, as the packages do.</summary>
public sealed class RoomTests
{
    [Theory]
    [InlineData("SpecEngine", 8)]
    [InlineData("Validator", 4)]
    [InlineData("MockGen", 3)]
    [InlineData("TestKit", 5)]
    public void Rooms_OfAPackage_MakeNoCircle(string package, int fewest)
    {
        var rooms = Rooms.Of(System.Reflection.Assembly.Load($"IntegrationCopilot.{package}"));
        rooms.Names.Should().HaveCountGreaterThanOrEqualTo(fewest);
        string.Join(Environment.NewLine, rooms.Circles()).Should().BeEmpty();
    }

    [Fact]
    public void Rooms_InACircle_AreFound()
    {
        var planted = new Rooms(Path.Combine(
            Testing.SharedData.RepositoryRoot, "tests", Product.PlantedRoot[..Product.PlantedRoot.LastIndexOf('.')], "Planted", "Rooms"),
            $"{Product.PlantedRoot}.Rooms", Product.Types);
        planted.Names.Should().Equal("Attic", "Cellar", "Hall");
        planted.Circles().Should().Equal("Attic -> Cellar: Lamp uses Barrel", "Cellar -> Attic: Barrel uses Lamp");
    }
}
