namespace IntegrationCopilot.Architecture.Tests;

public sealed class ServerLayerTests
{
    private static readonly ServerLayerRules Server = new(Product.ServerRoot);
    private static readonly ServerLayerRules Planted = new(Product.PlantedRoot);

    [Fact]
    public void Rules_OverTheServer_SeeItsTypes() => Server.Count.Should().BeGreaterThan(200);

    [Fact]
    public void Platform_KnowsNoFeature() => Server.PlatformThatKnowsAFeature().Should().BeEmpty();

    [Fact]
    public void Platform_ThatKnowsAFeature_IsFound() => Planted.PlatformThatKnowsAFeature().Should().Contain("NosyPlatform -> Tree");

    [Fact]
    public void Features_DoNotReadTheHttpContext() => Server.FeaturesThatReadTheHttpContext().Should().BeEmpty();

    [Fact]
    public void Features_ThatReadTheHttpContext_AreFound() =>
        Planted.FeaturesThatReadTheHttpContext().Should().Equal("WaterTreeHandler -> IHttpContextAccessor");

    [Fact]
    public void Features_DoNotKnowInternalsOfAnother() =>
        Server.FeaturesThatKnowInternalsOfAnother().Where(arrow => !Exceptions.Seams.ContainsKey(TargetOf(arrow)))
            .Should().BeEmpty("a feature is reached through requests, views and services; what else is offered is listed in Exceptions.Seams, with the reason");

    [Fact]
    public void Features_ThatKnowInternalsOfAnother_AreFound() =>
        Planted.FeaturesThatKnowInternalsOfAnother().Should().BeEquivalentTo("PickFruitHandler -> Tree", "WaterTreeHandler -> PickFruitHandler");

    [Fact]
    public void Features_StandOnEachOtherInOneDirection() => Server.FeaturesInACircle().Should().BeEmpty();

    [Fact]
    public void Features_InACircle_AreFound() => Planted.FeaturesInACircle().Should().Equal("Fruits", "Trees");

    [Fact]
    public void Exceptions_ThatAreNotNeeded_AreRemoved() =>
        Exceptions.Seams.Keys.Should().BeSubsetOf(Server.FeaturesThatKnowInternalsOfAnother().Select(TargetOf));

    private static string TargetOf(string arrow) => arrow.Split(" -> ")[1];
}
