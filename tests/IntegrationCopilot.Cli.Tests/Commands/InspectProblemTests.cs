namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>What <c>inspect</c> tells of a document beyond what its text shows.</summary>
public sealed class InspectProblemTests
{
    private const string Start = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

    [Theory]
    [InlineData("    A: {type: string, pattern: '('}\n", "error", "schema-bad-pattern", ExitCodes.Failed)]
    [InlineData("    A: {type: string, pattern: '/^a$/'}\n", "warning", "schema-dubious-pattern", ExitCodes.Good)]
    [InlineData("    A: {type: integer, example: x}\n", "warning", "example-mismatch", ExitCodes.Good)]
    [InlineData("    A: {allOf: [{type: string}, {type: integer}]}\n", "warning", "schema-unmeetable", ExitCodes.Good)]
    public async Task Inspect_FaultOfASchema_IsToldAsTextAndAsJson(string schema, string severity, string id, int exitCode)
    {
        using var folder = new TempFolder();
        var document = folder.Write("a.yaml", Start + schema);
        var text = await CliRun.OfAsync("inspect", document);
        text.ExitCode.Should().Be(exitCode);
        text.Output.Should().Contain($"{severity} {document}:6:").And.Contain($" {id}: ");
        var problem = (await CliRun.OfAsync("inspect", document, "--format", "json")).Json.GetProperty("problems")[0];
        problem.GetProperty("id").GetString().Should().Be(id);
        problem.GetProperty("severity").GetString().Should().Be(severity);
        problem.GetProperty("line").GetInt32().Should().Be(6);
    }

    [Fact]
    public async Task Inspect_ManyProblemsOfAKind_AreFoldedForPeopleAndListedForScripts()
    {
        using var folder = new TempFolder();
        var document = folder.Write("a.yaml", Start + string.Concat(Enumerable.Range(0, 50).Select(i => $"    A{i}: {{type: integer, example: x}}\n")));
        var text = await CliRun.OfAsync("inspect", document);
        text.Output.Should().Contain("Problems (50)").And.Contain("… and 30 more example-mismatch");
        text.Output.Split('\n').Count(line => line.StartsWith("  warning", StringComparison.Ordinal)).Should().Be(20);
        (await CliRun.OfAsync("inspect", document, "--format", "json")).Json.GetProperty("problems").GetArrayLength().Should().Be(50);
    }

    [Theory]
    [InlineData("tests")]
    [InlineData("blueprint")]
    public async Task Commands_BadPattern_IsToldOnStandardError(string command)
    {
        using var folder = new TempFolder();
        (await CliRun.OfAsync(command, folder.Write("a.yaml", Start + "    A: {type: string, pattern: '('}\n"))).Error.Should()
            .Contain("error schema-bad-pattern");
    }

    [Fact]
    public async Task Mock_BadPattern_IsToldWhileItRuns()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var run = await CliRun.StoppedByAsync(stop.Token, "mock", folder.Write("a.yaml", Start + "    A: {type: string, pattern: '('}\n"));
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Error.Should().Contain("error schema-bad-pattern");
    }
}
