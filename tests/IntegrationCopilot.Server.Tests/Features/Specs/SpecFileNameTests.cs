using IntegrationCopilot.Server.Features.Specs;

namespace IntegrationCopilot.Server.Tests.Features.Specs;

public sealed class SpecFileNameTests
{
    [Theory]
    [InlineData("/a/b/openapi.yaml", "openapi.yaml")]
    [InlineData("C:\\docs\\api v2.json", "api v2.json")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\r\nb:\"c\".yaml", "a__b__c_.yaml")]
    [InlineData("", "openapi.json")]
    [InlineData(null, "openapi.json")]
    [InlineData("..", "openapi.json")]
    public void Of_GivenName_IsSafeToShowAndToSave(string? given, string expected) => SpecFileName.Of(given, " {}"u8).Should().Be(expected);

    [Fact]
    public void Of_NoNameAndNoBrace_IsYaml() => SpecFileName.Of(null, "openapi: 3.1.0"u8).Should().Be("openapi.yaml");
}
