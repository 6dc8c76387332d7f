namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class TestsCommandTests
{
    [Fact]
    public async Task Tests_ExampleApi_ListsThemByCategory()
    {
        var run = await CliRun.OfAsync("tests", CliRun.Payments);
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should()
            .Contain("Example Payments API").And.Contain("\nauthentication\n").And.Contain("applies").And.MatchRegex("[0-9]+ of [0-9]+ golden tests apply");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Tests_Json_HasTheDocumentedShape()
    {
        var run = await CliRun.OfAsync("tests", CliRun.Payments, "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Good);
        var cases = run.Json.GetProperty("cases").EnumerateArray().ToList();
        cases[0].EnumerateObject().Select(member => member.Name).Take(6).Should().Equal("id", "name", "category", "operation", "status", "reason");
        cases.Select(item => item.GetProperty("status").GetString()).Should().OnlyContain(status => status == "APPLICABLE" || status == "NOT_APPLICABLE");
        cases.Where(item => item.GetProperty("status").GetString() == "NOT_APPLICABLE").Should()
            .OnlyContain(item => item.GetProperty("reason").GetString() != null);
        var totals = run.Json.GetProperty("totals");
        totals.GetProperty("total").GetInt32().Should().Be(cases.Count);
        totals.GetProperty("applicable").GetInt32().Should().Be(cases.Count(item => item.GetProperty("status").GetString() == "APPLICABLE")).And.BePositive();
    }

    [Fact]
    public async Task Tests_ApiWithoutWrites_SayWhyTheyDoNotApply()
    {
        const string ReadOnly = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get:\n      responses: { '200': { description: ok } }\n";
        var run = await CliRun.WithInputAsync(ReadOnly, "tests", "-", "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Json.GetProperty("totals").GetProperty("notApplicable").GetInt32().Should().BePositive();
        (await CliRun.WithInputAsync(ReadOnly, "tests", "-")).Output.Should().Contain("not applicable");
    }
}
