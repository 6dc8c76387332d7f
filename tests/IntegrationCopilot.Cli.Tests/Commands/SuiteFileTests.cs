using System.Text.Json.Nodes;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>Golden tests that are written to a file, edited and run.</summary>
public sealed class SuiteFileTests : IDisposable
{
    private const string Case = "create-resource-succeeds.payments";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The suite of the example as somebody edits it: the one test that creates payments, with another amount and declaration.</summary>
    private async Task<string> SuiteAsync(string amount, string? variables = null)
    {
        var suite = JsonNode.Parse((await CliRun.OfAsync("tests", CliRun.Payments, "--format", "suite")).Output)!;
        var test = suite["tests"]!.AsArray().Single(item => item!["id"]!.GetValue<string>() == Case)!.DeepClone();
        test["steps"]![0]!["request"]!["body"]!["json"]!["amount"] = amount;
        if (variables is not null) test["variables"]!.AsArray().Add(JsonNode.Parse(variables));
        suite["tests"] = new JsonArray(test);
        return folder.Write("suite.json", suite.ToJsonString(new() { WriteIndented = true }));
    }

    [Fact]
    public async Task Run_PlaceholderWithDefaultAndDescription_RunsAndIsShown()
    {
        var path = await SuiteAsync("{{ amount | 100 | What is paid }}", """{"name": "amount", "type": "number"}""");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--suite", path, "--report", "json=-");
        run.ExitCode.Should().Be(ExitCodes.Good, run.Output + run.Error);
        run.Json.GetProperty("totals").GetProperty("pass").GetInt32().Should().Be(1);
        (await CliRun.OfAsync("run", CliRun.Payments, "--suite", path, "--var", "amount=-1")).Error.Should().Contain("'amount' cannot stand at");
        (await CliRun.OfAsync("run", CliRun.Payments, "--suite", path, "--var", "amount=250", "--case", Case)).ExitCode.Should().Be(ExitCodes.Good);
        (await CliRun.OfAsync("run", CliRun.Payments, "--suite", path, "--plan")).Output.Should()
            .Contain("  amount  number, default 100, 1 case: What is paid\n");
        (await CliRun.OfAsync("tests", CliRun.Payments, "--suite", path)).Output.Should()
            .Contain($"  amount  number, default 100  What is paid\n      {Case}: /request/body/json/amount\n").And.Contain("1 of 1 golden tests apply");
    }

    [Fact]
    public async Task Run_PlaceholderThatNothingDeclares_TakesAValueOfThatName()
    {
        var path = await SuiteAsync("{{ test_amount }}");
        await File.WriteAllTextAsync(path,
            (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("Two tickets, row 7", "{{ what | tickets }}",
            StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await CliRun.OfAsync("run", CliRun.Payments, "--suite", path, "--var", "what=seats")).ExitCode.Should().Be(ExitCodes.Good);
        (await CliRun.OfAsync("run", CliRun.Payments, "--suite", path, "--var", "whta=seats")).Error.Should().Contain("what");
    }

    [Fact]
    public async Task Run_MistakesInTemplates_AreAllToldWithLineAndColumn()
    {
        var path = await SuiteAsync("{{ amuont }} {{ }} {{ 1x", """{"name": "amount", "type": "number", "default": "much"}""");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--suite", path);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        var lines = run.Error.Split('\n').Where(line => line.StartsWith($"{path}:", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCount(4).And.OnlyContain(line => line.Contains($"({Case}", StringComparison.Ordinal));
        lines[0].Should().Contain("not a number").And.Contain("/variables/");
        lines[1].Should().MatchRegex(@"suite\.json:\d+:\d+: .* Did you mean 'amount'\? .*character 14 of the text|suite\.json:\d+:\d+: ").And.Contain(
            "/request/body/json/amount");
        (await CliRun.OfAsync("tests", CliRun.Payments, "--suite", path)).ExitCode.Should().Be(ExitCodes.Misused);
    }

    [Fact]
    public async Task Run_ValueThatNobodyGives_IsListedToBePasted()
    {
        var path = await SuiteAsync("{{ amount }}", """{"name": "amount", "type": "number", "description": "What is paid."}""");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--suite", path);
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain("A value for 'amount' is required (What is paid.)").And.Contain("--var amount=…");
    }

    [Theory]
    [InlineData("{", "holds no golden tests")]
    [InlineData("""{"title": "Other", "version": "1", "seed": 1, "tests": [{"id": "a", "name": "a", "category": "contract", "template": "a", "applicable": true, "steps": [{"name": "s", "request": {"method": "GET", "path": "/nowhere"}}]}]}""", "describes none of the operations")]
    public async Task Run_FileThatIsNoSuiteOfTheApi_IsRefusedWithTheReason(string content, string reason)
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--suite", folder.Write("s.json", content));
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(reason);
        (await CliRun.OfAsync("run", CliRun.Payments, "--suite", folder.PathOf("none.json"))).Error.Should().Contain("--format suite");
    }
}
