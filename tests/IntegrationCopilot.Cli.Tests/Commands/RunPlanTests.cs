using System.Text.Json;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary><c>run --plan</c>, and the choice of tests.</summary>
public sealed class RunPlanTests
{
    private const string Nobody = "http://127.0.0.1:9/v1";

    [Fact]
    public async Task Plan_Text_TellsRequestsEffectsAndWhatIsSkippedAndWhy()
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--plan", "--base-url", Nobody, "--environment", "uat", "--allow", "POST /payments");
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().StartWith($"Plan for Example Payments API against UAT {Nobody}\n")
            .And.Contain("      creates   POST /payments  (without the mistake)\n")
            .And.Contain("      safe      GET /payments/{payment_id}\n")
            .And.Contain("\nskipped\n  POST /webhook-endpoints creates something, and UAT is only read unless writing is allowed: --allow-writes.\n")
            .And.EndWith("Nothing was sent.\n");
    }

    [Fact]
    public async Task Plan_Production_HoldsNothingThatWrites()
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--plan", "--base-url", Nobody, "--environment", "production", "--report", "json=-");
        var requests = run.Json.GetProperty("cases").EnumerateArray().SelectMany(item => item.GetProperty("requests").EnumerateArray())
            .Concat(run.Json.GetProperty("cleanUp").EnumerateArray()).ToList();
        requests.Should().NotBeEmpty().And.OnlyContain(request => request.GetProperty("effect").GetString() == "safe");
        run.Json.GetProperty("totals").GetProperty("skip").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Plan_ServerThatListens_IsSentNothing()
    {
        await using var server = await DullServer.StartAsync(DullServer.Answers[0]);
        await CliRun.OfAsync("run", CliRun.Payments, "--plan", "--base-url", server.BaseUrl);
        server.Requests.Should().Be(0);
    }

    [Fact]
    public async Task Plan_WithoutBaseUrl_IsForTheMockThatWouldBeStarted()
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--plan", "--report", "json=-");
        run.Json.GetProperty("environment").GetString().Should().Be("MOCK");
        run.Json.GetProperty("totals").GetProperty("skip").GetInt32().Should().Be(0);
    }

    [Theory]
    [InlineData("--only", "refund-partial")]
    [InlineData("--case", "refund-partial.refunds")]
    public async Task Run_OneCaseChosen_RunsThatOneOnly(string option, string name)
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, option, name, "--report", "json=-");
        run.ExitCode.Should().Be(ExitCodes.Good, run.Error);
        Ids(run, "PASS").Should().Equal("refund-partial.refunds");
    }

    [Fact]
    public async Task Run_OperationAndCategoryChosen_RunsWhatIsBoth()
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--operation", "POST /refunds", "--category", "create-resource", "--exclude",
            "create-resource-minimal", "--report", "json=-");
        Ids(run, "PASS").Should().OnlyContain(
            id => id.StartsWith("create-resource-", StringComparison.Ordinal) && id.EndsWith(".refunds", StringComparison.Ordinal))
            .And.NotContain("create-resource-minimal.refunds").And.NotBeEmpty();
    }

    [Theory]
    [InlineData("--category", "pagnation", "--category: there is no category 'pagnation'; the nearest are 'pagination', ")]
    [InlineData("--operation", "POST /refund", "--operation: there is no operation 'POST /refund'; the nearest are 'POST /refunds', ")]
    [InlineData("--case", "webhook-genuin", "--case: there is no case 'webhook-genuin'; the nearest are 'webhook-genuine', ")]
    [InlineData("--only", "refundz", "--only: there is no case, template, category, group or operation 'refundz'; the nearest are ")]
    [InlineData("--exclude", "idempotenzy",
        "--exclude: there is no case, template, category, group or operation 'idempotenzy'; the nearest are 'idempotency', ")]
    [InlineData("--host", "http://x/", "--host takes the name of a host, as HOST or HOST:PORT; 'http://x/' is none.")]
    [InlineData("--timeout", "0", "--timeout takes seconds, more than 0 and at most 3600; '0' is not such a number.")]
    [InlineData("--timeout", "soon", "--timeout takes seconds")]
    [InlineData("--shrink", "-1", "--shrink takes a number of requests, 0 or more; -1 is none.")]
    [InlineData("--budget", "0", "--budget takes a number of requests, 1 or more; 0 is none.")]
    [InlineData("--max-concurrency", "0", "--max-concurrency takes a number of cases from 1 to 256; 0 is none.")]
    public async Task Run_NameOrNumberThatCannotBeUsed_IsMisuse(string option, string value, string message)
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--base-url", Nobody, option, value);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().StartWith(message);
    }

    [Fact]
    public async Task Plan_JUnitReport_IsMisuse()
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--plan", "--report", "junit=-");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("--plan is written as text or json");
    }

    private static IEnumerable<string> Ids(CliRun run, string status) => run.Json.GetProperty("cases").EnumerateArray()
        .Where(item => item.GetProperty("status").GetString() == status).Select(item => item.GetProperty("id").GetString()!);
}
