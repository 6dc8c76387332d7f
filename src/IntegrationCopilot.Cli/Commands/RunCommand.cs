using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Config;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>run</c>: the golden tests against an API, or against a mock of it.</summary>
internal sealed class RunCommand
{
    private readonly Terminal terminal;
    private readonly SpecInput spec = new(several: true);
    private readonly TargetOptions target = new();
    private readonly PermissionOptions permissions = new();
    private readonly SelectionOptions selection = new();
    private readonly SendingOptions sending = new();
    private readonly Option<bool> plan =
        new("--plan") { Description = "Tell what would be sent, and what not and why; nothing is sent. A --report then holds the plan." };
    private readonly DeliveryListening deliveries = new();
    private readonly Option<string> profile = ProfileOption.Create();
    private readonly Option<string> suiteFile = SuiteOption.Create();
    private readonly Option<string[]> variables = VariableOption.Create();
    private readonly Option<string[]> bodies = BodyOption.Create();
    private readonly Option<int> seed = SeedOption.Create();
    private readonly Option<string> failOn = FailOnOption.Create();
    private readonly Option<string> baseline = BaselineOption.Create();
    private readonly Option<string[]> reports = ReportOption.Create();
    private readonly TracesOptions traces = new();
    private readonly Option<bool> quiet =
        new("--quiet", "-q") { Description =
            "Tell what the run comes to and each cause, and nothing else: no progress, nothing of what passed or was skipped." };
    private readonly Option<bool> watch =
        new("--watch") { Description = "Run again whenever the document, or a file given with an option, changes; until Ctrl+C." };

    /// <summary>The mock that would be started. Where it would listen is not known before.</summary>
    private static readonly RunTarget OwnMock = new() { Environment = EnvironmentType.Mock, BaseUrl = new Uri("http://127.0.0.1/") };

    private RunCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var run = new RunCommand(terminal);
        var command = new Command("run", "Run the golden tests against an API, or without --base-url against a mock of it.");
        run.spec.AddTo(command);
        run.target.AddTo(command);
        run.permissions.AddTo(command);
        run.selection.AddTo(command);
        run.sending.AddTo(command);
        command.Add(run.plan);
        run.deliveries.AddTo(command);
        command.Add(run.profile);
        command.Add(run.suiteFile);
        command.Add(run.variables);
        command.Add(run.bodies);
        command.Add(run.seed);
        command.Add(run.failOn);
        command.Add(run.baseline);
        command.Add(run.reports);
        run.traces.AddTo(command);
        command.Add(run.quiet);
        command.Add(run.watch);
        command.SetAction(run.ExecuteAsync);
        return command;
    }

    private Task<int> ExecuteAsync(ParseResult parsed, CancellationToken cancellationToken) => parsed.GetValue(watch)
        ? WatchAsync(parsed, cancellationToken)
        : RunAllAsync(parsed, cancellationToken);

    private async Task<int> WatchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var changes = new WatchedFiles(spec).Of(new ConfiguredRuns(spec).Of(terminal, parsed, isTold: false));
        return await Watching.RepeatAsync(terminal, changes, () => RunAllAsync(parsed, cancellationToken), cancellationToken);
    }

    private async Task<int> RunAllAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var code = ExitCodes.Good;
        foreach (var run in new ConfiguredRuns(spec).Of(terminal, parsed)) code = Math.Max(code, await RunOneAsync(run, cancellationToken));
        return code;
    }

    private async Task<int> RunOneAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var wanted = ReportOption.Read(parsed.GetValue(reports) ?? []);
        var earlier = await BaselineOption.ReadAsync(parsed.GetValue(baseline), cancellationToken);
        if (await spec.ReadAsync(terminal, parsed, cancellationToken) is not { } api) return ExitCodes.Failed;
        var given = target.Read(parsed, api);
        var suite = await SuiteOption.ReadAsync(parsed.GetValue(suiteFile), api, cancellationToken)
            ?? GoldenTestGenerator.Generate(api, SuiteOptions(parsed, given, api), cancellationToken);
        var options = await OptionsAsync(parsed, api, suite, cancellationToken);
        if (parsed.GetValue(plan)) return await PlanAsync(api, suite, given, options, wanted);
        RunResult result;
        await using (var inbox = await deliveries.StartAsync(parsed, given is null, cancellationToken))
        using (var invoker = LoopbackInvoker.Create())
        await using (var mock = given is null ? await MockServer.StartAsync(api, MockOptions(suite, inbox!, invoker), cancellationToken) : null)
        await using (var writer = await traces.OpenAsync(terminal, parsed, cancellationToken))
        {
            options = options with
            {
                Inbox = inbox,
                OnTrace = writer is null ? null : writer.WriteAsync,
                KeepsExchanges = wanted.Any(report => report.Report.ShowsExchanges),
            };
            result = await RunAsync(api, suite, given ?? RunTarget.ForMock(mock!), options, parsed, cancellationToken);
        }

        if (earlier is not null) result = result with { Comparison = RunComparison.Of(result, earlier) };
        await ReportWriting.WriteAsync(terminal, parsed, wanted, result, brief: parsed.GetValue(quiet));
        if (!result.IsJudged && !wanted.Any(report => report.IsForPeopleHere))
            terminal.WriteErrorLine("Nothing was judged: no case got an answer that says anything about the API.");
        return Answer(result, FailOnOption.Read(parsed.GetValue(failOn)));
    }

    private static MockServerOptions MockOptions(GoldenTestSuite suite, LocalDeliveryInbox inbox, HttpMessageInvoker invoker) =>
        new() { Seed = suite.Seed, Deliveries = new DeliveryOptions { Invoker = invoker, Address = inbox.Address } };

    /// <summary>A running API lives today; our own mock counts from the same day as the suite, so that its answers stay the same.</summary>
    private GoldenTestOptions SuiteOptions(ParseResult parsed, RunTarget? given, ApiSpec api)
    {
        var options = new GoldenTestOptions { Seed = parsed.GetValue(seed), Budget = MoreThanUsual(sending.Budget(parsed), api) };
        return given is null or { Environment: EnvironmentType.Mock }
            ? options
            : options with { Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) };
    }

    /// <summary>A budget for more requests than there would be tests has more tests made.</summary>
    private static int? MoreThanUsual(int? budget, ApiSpec api) =>
        budget > Math.Min(GoldenTestOptions.DefaultPerOperation * api.Operations.Count, GoldenTestOptions.DefaultAtMost) ? budget : null;

    private async Task<RunOptions> OptionsAsync(ParseResult parsed, ApiSpec api, GoldenTestSuite suite, CancellationToken cancellationToken)
    {
        var options = sending.Read(parsed, new()
        {
            Profile = await ProfileOption.ReadAsync(terminal, parsed.GetValue(profile), api, cancellationToken) ?? TestProfile.FromSpec(api),
            Values = VariableOption.Read(parsed.GetValue(variables) ?? [], suite, api),
            Bodies = BodyOption.Read(parsed.GetValue(bodies) ?? [], api),
            Permissions = permissions.Read(parsed, api),
            ProvokesLimits = permissions.ProvokesLimits(parsed),
            Selection = selection.Read(parsed, suite, api),
            Seed = suite.Seed,
        });
        var problems = GivenValues.Check(api, suite, options);
        return problems.Count == 0 ? options : throw new MisuseException([.. problems.Select(problem => problem.Message)]);
    }

    private async Task<int> PlanAsync(ApiSpec api, GoldenTestSuite suite, RunTarget? given, RunOptions options, IReadOnlyList<ReportRequest> wanted)
    {
        PlanOutput.Check(wanted);
        using var client = TestRunner.CreateClient();
        await PlanOutput.WriteAsync(terminal, wanted, new TestRunner(api, client).Plan(suite, given ?? OwnMock, options));
        return ExitCodes.Good;
    }

    private async Task<RunResult> RunAsync(ApiSpec api, GoldenTestSuite suite, RunTarget where, RunOptions options, ParseResult parsed,
        CancellationToken cancellationToken)
    {
        using var client = TestRunner.CreateClient();
        var runner = new TestRunner(api, client);
        try
        {
            if (parsed.GetValue(quiet)) return await runner.RunAsync(suite, where, options, cancellationToken);
            return await RunProgressLines.ShowAsync(terminal, parsed, where,
                progress => runner.RunAsync(suite, where, options with { Progress = progress }, cancellationToken));
        }
        catch (ArgumentException e) when (e.ParamName == "target")
        {
            throw MisuseException.Of("--header", e);
        }
    }

    private int Answer(RunResult result, FailOn measure)
    {
        if (result.IsCancelled)
        {
            terminal.WriteErrorLine("Stopped; the cases that were not done are reported as skipped.");
            return ExitCodes.Interrupted;
        }

        return result.Holds(measure) ? ExitCodes.Good : ExitCodes.Failed;
    }
}
