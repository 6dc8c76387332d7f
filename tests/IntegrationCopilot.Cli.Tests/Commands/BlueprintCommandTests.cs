using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class BlueprintCommandTests
{
    [Fact]
    public async Task Blueprint_ExampleApi_IsMarkdown()
    {
        var run = await CliRun.OfAsync("blueprint", CliRun.Payments);
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().StartWith("# Example Payments API").And.Contain("POST /payments").And.EndWith("\n").And.NotEndWith("\n\n");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Blueprint_Json_CanBeReadAgain()
    {
        var run = await CliRun.OfAsync("blueprint", CliRun.Payments, "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Good);
        Blueprint.FromJson(run.Output).Groups.Should().Contain(group => group.Name == "payments");
    }

    [Fact]
    public async Task Blueprint_TextFormat_IsMisuse() =>
        (await CliRun.OfAsync("blueprint", CliRun.Payments, "--format", "text")).ExitCode.Should().Be(ExitCodes.Misused);

    [Theory]
    [InlineData("blueprint")]
    [InlineData("tests")]
    [InlineData("run")]
    public async Task Commands_NotADescription_SayWhatAndWhereAndFail(string command)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(command, folder.Write("spec.yaml", "hello: world\n"));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("spec.yaml:1:1").And.Contain("error");
    }
}
