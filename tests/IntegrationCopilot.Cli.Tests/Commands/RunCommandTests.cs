using System.Text.Json;
using System.Xml.Linq;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class RunCommandTests
{
    /// <summary>Nothing listens on the port of TCP's multiplexer.</summary>
    private const string NobodyThere = "http://127.0.0.1:1/v1";

    [Fact]
    public async Task Run_ExampleApi_PassesAgainstItsOwnMockAndItsTracesVerify()
    {
        using var folder = new TempFolder();
        var traces = folder.PathOf("traces.ndjson");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--traces", traces);
        run.ExitCode.Should().Be(ExitCodes.Good, run.Output);
        run.Output.Should().Contain("Example Payments API against MOCK").And.Contain(" 0 failed, 0 warned, 0 without a verdict, 0 not tested");
        run.Error.Should().Contain("Testing Mock http://127.0.0.1:").And.Contain("cases done").And.Contain($"'{traces}.key'");
        var verified = await CliRun.OfAsync("trace", "verify", traces, "--key-file", traces + ".key");
        verified.ExitCode.Should().Be(ExitCodes.Good, verified.Output);
        (await File.ReadAllTextAsync(traces)).Should().NotContain("mock-client-secret").And.NotContain("\"mock-api-key\"");
    }

    [Fact]
    public async Task Run_SecondRun_ContinuesTheTraceFileWithTheSameKey()
    {
        using var folder = new TempFolder();
        var (api, traces, key) = (folder.Write("api.yaml", SmallApi), folder.PathOf("traces.ndjson"), folder.PathOf("my.key"));
        var first = await CliRun.OfAsync("run", api, "--traces", traces, "--traces-key", key);
        var lines = (await File.ReadAllLinesAsync(traces)).Length;
        var second = await CliRun.OfAsync("run", api, "--traces", traces, "--traces-key", key);
        first.Error.Should().Contain("A new key");
        second.Error.Should().NotContain("A new key");
        (await File.ReadAllLinesAsync(traces)).Length.Should().BeGreaterThan(lines);
        (await CliRun.OfAsync("trace", "verify", traces, "--key-file", key)).ExitCode.Should().Be(ExitCodes.Good);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(key).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Run_KeyOfTheTracesIsGone_IsMisuseAndLeavesTheFileAlone()
    {
        using var folder = new TempFolder();
        var (api, traces) = (folder.Write("api.yaml", SmallApi), folder.PathOf("traces.ndjson"));
        await CliRun.OfAsync("run", api, "--traces", traces);
        var before = await File.ReadAllBytesAsync(traces);
        File.Delete(traces + ".key");
        var run = await CliRun.OfAsync("run", api, "--traces", traces);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("not the key it is signed with");
        (await File.ReadAllBytesAsync(traces)).Should().Equal(before);
    }

    [Fact]
    public async Task Run_FileThatIsNoTraceFile_IsMisuse()
    {
        using var folder = new TempFolder();
        var traces = folder.Write("notes.txt", "buy milk\n");
        await IntegrationCopilot.Validator.TraceKeyFile.CreateAsync(traces + ".key", IntegrationCopilot.Validator.TraceKey.Generate());
        var run = await CliRun.OfAsync("run", folder.Write("api.yaml", SmallApi), "--traces", traces);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("cannot be continued");
        (await File.ReadAllTextAsync(traces)).Should().Be("buy milk\n");
    }

    [Fact]
    public async Task Run_Reports_AreWrittenInEveryKind()
    {
        using var folder = new TempFolder();
        var (text, junit) = (folder.PathOf("report.txt"), folder.PathOf("report.xml"));
        var run = await CliRun.OfAsync("run", folder.Write("api.yaml", SmallApi), "--report", "json=-", "--report", $"junit={junit}", "--report",
            $"text={text}", "--seed", "11");
        var cases = run.Json.GetProperty("cases").EnumerateArray().ToList();
        cases[0].EnumerateObject().Select(member => member.Name).Take(6).Should().Equal("id", "name", "category", "operation", "status", "reason");
        run.Json.GetProperty("seed").GetInt32().Should().Be(11);
        run.Json.GetProperty("totals").GetProperty("total").GetInt32().Should().Be(cases.Count);
        XDocument.Load(junit).Root!.Attribute("tests")!.Value.Should().Be($"{cases.Count}");
        (await File.ReadAllTextAsync(text)).Should().Contain("Small against MOCK");
    }

    [Fact]
    public async Task Run_EveryReport_IsWrittenAndNamesNoPathOfTheMachine()
    {
        using var folder = new TempFolder();
        var paths = RunReports.All.Select(report => folder.PathOf($"run.{report.Extension}")).ToList();
        var run = await CliRun.OfAsync(["run", folder.Write("api.yaml", SmallApi), .. paths.SelectMany(path => new[] { "--report", path })]);
        run.ExitCode.Should().Be(ExitCodes.Good, run.Error);
        foreach (var path in paths)
            (await File.ReadAllTextAsync(path)).Should().NotBeEmpty().And.NotContain(Path.GetDirectoryName(path), path);
        using var har = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.PathOf("run.har")));
        har.RootElement.GetProperty("log").GetProperty("entries").GetArrayLength().Should().BePositive();
        using var sarif = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.PathOf("run.sarif")));
        sarif.RootElement.GetProperty("runs")[0].GetProperty("artifacts")[0].GetProperty("location").GetProperty("uri").GetString().Should().Be("api.yaml");
    }

    [Fact]
    public async Task Run_ReportWithoutKind_IsToldByItsEnding()
    {
        using var folder = new TempFolder();
        var junit = folder.PathOf("report.xml");
        var run = await CliRun.OfAsync("run", folder.Write("api.yaml", SmallApi), "--report", junit);
        XDocument.Load(junit).Root!.Name.LocalName.Should().Be("testsuites");
        run.Output.Should().Contain("Small against MOCK");
    }

    [Fact]
    public async Task Run_ReportThatCannotBeWritten_IsToldBeforeAnythingIsTested()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("run", folder.Write("api.yaml", SmallApi), "--report", "junit=/proc/results.xml");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().StartWith("'/proc/results.xml' cannot be written: ");
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_ReportOfAMisusedCommand_LeavesWhatIsThere()
    {
        using var folder = new TempFolder();
        var (old, other) = (folder.Write("old.xml", "old"), folder.PathOf("new.xml"));
        await CliRun.OfAsync("run", folder.Write("api.yaml", SmallApi), "--report", old, "--report", other, "--header", "no header");
        (await File.ReadAllTextAsync(old)).Should().Be("old");
        File.Exists(other).Should().BeFalse();
    }

    [Fact]
    public async Task Run_NobodyAnswers_EachCaseIsAnErrorWithTheReason()
    {
        using var folder = new TempFolder();
        var report = folder.PathOf("report.json");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--base-url", NobodyThere, "--api-key", "k3y-0123456789", "--report", $"json={report}");
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain("\nNothing was judged: ");
        run.Error.Should().NotContain("Nothing was judged");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
        var ran = json.RootElement.GetProperty("cases").EnumerateArray()
            .Where(item => item.GetProperty("status").GetString() is not ("SKIP" or "NOT_APPLICABLE")).ToList();
        ran.Should().NotBeEmpty().And.OnlyContain(item =>
            item.GetProperty("status").GetString() == "ERROR" && item.GetProperty("reason").GetString()!.Contains("127.0.0.1:1", StringComparison.Ordinal));
    }

    public static TheoryData<string[]> WaysIn => new()
    {
        new[] { "--api-key", "mock-api-key" },
        new[] { "--api-key", "x-api-key=mock-api-key" },
        new[] { "--api-key", "env:IC_TEST_KEY" },
        new[] { "--oauth2", "mock-client:mock-client-secret", "--token-url", "TOKEN_URL", "--scope", "payments:read", "--scope", "payments:write" },
        new[] { "--bearer", "mock-bearer-token" },
        new[] { "--header", "X-API-Key: env:IC_TEST_KEY" },
    };

    [Theory]
    [MemberData(nameof(WaysIn))]
    public async Task Run_WithCredentials_LetsTheApiKnowUs(string[] way)
    {
        Environment.SetEnvironmentVariable("IC_TEST_KEY", "mock-api-key");
        var spec = (await ApiSpecReader.ReadFileAsync(CliRun.Payments)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var folder = new TempFolder();
        var only = folder.Write("profile.yaml", "groups:\n  '*': " + OnlyAuthentication + "\n");
        string[] args = ["run", CliRun.Payments, "--base-url", mock.BaseUrl.AbsoluteUri, "--environment", "mock", "--profile", only, "--report", "json=-",
            .. way.Select(text => text == "TOKEN_URL" ? mock.TokenUrl.AbsoluteUri : text)];
        var run = await CliRun.OfAsync(args);
        run.Error.Should().NotContain("mock-api-key").And.NotContain("mock-client-secret");
        var valid = run.Json.GetProperty("cases").EnumerateArray()
            .First(item => item.GetProperty("id").GetString()!.StartsWith("authentication-valid", StringComparison.Ordinal));
        valid.GetProperty("status").GetString().Should().Be("PASS", valid.GetProperty("reason").GetString());
        run.Json.GetProperty("environment").GetString().Should().Be("MOCK");
    }

    [Fact]
    public async Task Run_Profile_LeavesOutWhatItCallsNotApplicable()
    {
        using var folder = new TempFolder();
        var profile = folder.Write("profile.yaml", "groups:\n  '*': " + OnlyAuthentication + "\n");
        var run = await CliRun.OfAsync("run", CliRun.Payments, "--profile", profile, "--report", "json=-");
        run.ExitCode.Should().Be(ExitCodes.Good);
        var ran = run.Json.GetProperty("cases").EnumerateArray().Where(item => item.GetProperty("status").GetString() is "PASS" or "FAIL" or "ERROR");
        ran.Should().OnlyContain(item => item.GetProperty("category").GetString() == "authentication");
    }

    [Fact]
    public async Task Run_Cancelled_ReportsWhatWasDone()
    {
        using var stop = new CancellationTokenSource();
        var spec = (await ApiSpecReader.ReadFileAsync(CliRun.Payments)).Spec!;
        await using var mock = await MockServer.StartAsync(spec, new MockServerOptions { OnExchange = _ => stop.Cancel() });
        using var folder = new TempFolder();
        var traces = folder.PathOf("traces.ndjson");
        var run = await CliRun.StoppedByAsync(stop.Token, "run", CliRun.Payments, "--base-url", mock.BaseUrl.AbsoluteUri, "--environment", "mock", "--api-key",
            "mock-api-key", "--traces", traces);
        run.ExitCode.Should().Be(ExitCodes.Interrupted);
        run.Output.Should().Contain("The run was cancelled before this case was done.");
        (await CliRun.OfAsync("trace", "verify", traces, "--key-file", traces + ".key")).ExitCode.Should().Be(ExitCodes.Good);
    }

    /// <summary>An API of one public operation: its suite is small.</summary>
    internal const string SmallApi =
        "openapi: 3.0.3\ninfo: { title: Small, version: '1' }\npaths:\n  /items:\n    get:\n      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }\n";

    private static string OnlyAuthentication { get; } = "{ "
        + string.Join(", ", TestCategory.All.Where(category => category.Id != TestCategoryIds.Authentication).Select(category => $"{category.Id}: NA")) + " }";
}
