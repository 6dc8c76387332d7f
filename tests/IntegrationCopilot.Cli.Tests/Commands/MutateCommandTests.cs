namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class MutateCommandTests
{
    [Fact]
    public async Task Mutate_Text_TellsOfEachFaultWhetherItIsFound()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("mutate", folder.Write("api.yaml", RunCommandTests.SmallApi));
        run.ExitCode.Should().Be(ExitCodes.Good, run.Output);
        run.Output.Should().StartWith("Small\n").And.Contain("  found        ").And.Contain("  cannot show  ").And.Contain("               by ")
            .And.MatchRegex(@"\n\d+ of \d+ faults found that can show \(\d+ %\); \d+ cases find as many\.\n$");
        run.Error.Should().MatchRegex(@"\d+ of \d+ faults tried");
    }

    [Fact]
    public async Task Mutate_Json_HoldsTheSameForScripts()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("mutate", folder.Write("api.yaml", RunCommandTests.SmallApi), "--format", "json", "--seed", "3");
        var answer = run.Json;
        answer.GetProperty("title").GetString().Should().Be("Small");
        answer.GetProperty("seed").GetInt32().Should().Be(3);
        answer.GetProperty("falseAlarms").GetArrayLength().Should().Be(0);
        var faults = answer.GetProperty("faults").EnumerateArray().ToList();
        faults.Should().HaveCountGreaterThan(40).And.OnlyContain(
            fault => fault.GetProperty("id").GetString() != "" && fault.GetProperty("rule").GetString() != "");
        var applicable = faults.Where(fault => fault.GetProperty("applicable").GetBoolean()).ToList();
        answer.GetProperty("applicable").GetInt32().Should().Be(applicable.Count);
        answer.GetProperty("found").GetInt32().Should().Be(applicable.Count(fault =>
            fault.GetProperty("foundBy").GetArrayLength() > 0 || fault.GetProperty("spoilsRun").GetBoolean()));
        answer.GetProperty("score").GetDouble().Should().BeInRange(0, 1);
        answer.GetProperty("fewestCases").GetArrayLength().Should().BePositive();
    }
}
