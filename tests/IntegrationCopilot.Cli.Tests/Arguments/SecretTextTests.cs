using IntegrationCopilot.Cli.Arguments;

namespace IntegrationCopilot.Cli.Tests.Arguments;

public sealed class SecretTextTests
{
    [Fact]
    public void Resolve_File_IsItsTextWithoutTheLastLineEnd()
    {
        using var folder = new TempFolder();
        SecretText.Resolve("file:" + folder.Write("secret", "s3cret\n")).Should().Be("s3cret");
    }

    [Fact]
    public void Resolve_VariableThatIsNotSet_SaysWhich() =>
        FluentActions.Invoking(() => SecretText.Resolve("env:NO_SUCH_VARIABLE_HERE")).Should().Throw<MisuseException>().WithMessage("*NO_SUCH_VARIABLE_HERE*");

    [Fact]
    public void ResolvePair_TwoVariables_AreTakenEach()
    {
        Environment.SetEnvironmentVariable("IC_TEST_CLIENT", "cl:ient");
        Environment.SetEnvironmentVariable("IC_TEST_SECRET", "se:cret");
        SecretText.ResolvePair("env:IC_TEST_CLIENT:env:IC_TEST_SECRET", "CLIENT:SECRET").Should().Be(("cl:ient", "se:cret"));
    }

    [Theory]
    [InlineData("user:pass:word", "user", "pass:word")]
    [InlineData("user:", "user", "")]
    public void ResolvePair_Text_IsCutAtTheFirstColon(string text, string first, string second) =>
        SecretText.ResolvePair(text, "USER:PASSWORD").Should().Be((first, second));

    [Fact]
    public void ResolvePair_NoColon_TeachesTheForm() =>
        FluentActions.Invoking(() => SecretText.ResolvePair("user", "USER:PASSWORD")).Should().Throw<MisuseException>().WithMessage("Expected USER:PASSWORD*");
}
