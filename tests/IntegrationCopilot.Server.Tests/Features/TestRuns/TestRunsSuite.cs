using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Features.Specs;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Platform.Outbound;
using IntegrationCopilot.Server.Tests.Stores;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.TestRuns;

public abstract partial class TestRunsSuite(DatabaseServer database) : ServerSuite(database)
{
    private const string Secret = "a-secret-that-must-not-stay";

    [Fact]
    public async Task StartTestRun_AgainstTheMock_PassesAndLeavesTracesThatVerify()
    {
        var spec = await SpecAsync();
        var run = await OverAsync(await StartAsync(new StartTestRun(spec.SpecId)));

        (run.Run.Status, run.Run.Failure, run.Run.Environment).Should().Be(("COMPLETED", null, EnvironmentType.Mock));
        (run.Run.Totals.Fail, run.Run.Totals.Error).Should().Be((0, 0), await WhyAsync(run.Run.Id));
        run.Run.Totals.Pass.Should().BePositive();
        run.Run.CasesDone.Should().Be(run.Run.CasesToRun);
        run.Categories.Sum(category => category.Totals.Total).Should().Be(run.Run.Totals.Total);
        (await Server.OkAsync(Organisation.Member, new ListGoldenTests(spec.SpecId))).Total.Should().Be(run.Run.Totals.Total);

        var page = await Server.OkAsync(Organisation.Member, new ListTestCases(run.Run.Id, "pass", Take: Paging.MostTake));
        (page.Total, page.Items.Count).Should().Be((run.Run.Totals.Pass, Math.Min(run.Run.Totals.Pass, Paging.MostTake)));
        page.Items.Should().OnlyContain(result => result.Status == "PASS");
        var details = await Server.OkAsync(Organisation.Member, new GetTestCase(page.Items.First(result => result.Operation is not null).Id));
        details.Assertions.Should().NotBeEmpty().And.OnlyContain(assertion => assertion.Passed);
        var traces = await Server.OkAsync(Organisation.Member, new ListTraces(run.Run.ProjectId, run.Run.Id, details.Case.CaseId));
        traces.Items.Select(trace => trace.Id).Should().BeEquivalentTo(details.TraceIds).And.NotBeEmpty();
        var verdict = await Server.OkAsync(Organisation.Member, new VerifyTraces(run.Run.ProjectId));
        (verdict.IsValid, verdict.Traces).Should().Be((true, (await Server.OkAsync(Organisation.Member, new ListTraces(run.Run.ProjectId, run.Run.Id))).Total));
        await StopMocksAsync(run.Run.ProjectId);
    }

    [Fact]
    public async Task StartTestRun_NobodyAnswers_EndsEachCaseWithAnErrorThatSaysWhy()
    {
        var spec = await SpecAsync();
        var run = await OverAsync(
            await StartAsync(new StartTestRun(spec.SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: $"http://127.0.0.1:{FreePort()}/v1")));
        (run.Run.Status, run.Run.Totals.Pass, run.Run.Totals.Fail).Should().Be(("COMPLETED", 0, 0));
        run.Run.Totals.Error.Should().BePositive();
        var errors = await Server.OkAsync(Organisation.Member, new ListTestCases(run.Run.Id, "ERROR"));
        errors.Items.Should().OnlyContain(result => result.Reason!.Contains("127.0.0.1", StringComparison.Ordinal));
        var defect = (await Server.OkAsync(Organisation.Member, new ListTestDefects(run.Run.Id))).Defects.Single();
        (defect.Status, defect.Kind, defect.Cases.Count).Should().Be(("ERROR", "NOT_TESTED", run.Run.Totals.Error), "one cause explains them all");
        defect.Cases.Should().OnlyContain(item => item.Id != Guid.Empty);
    }

    [Fact]
    public async Task CancelTestRun_WhileItRuns_StopsItAndKeepsWhatIsDone()
    {
        await using var silent = SilentApi.Start();
        var run = await StartAsync(new StartTestRun((await SpecAsync()).SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: silent.Address,
            Credentials: new RunCredentials(RunCredentialKind.Bearer, Token: Secret)));
        await Eventually.TrueAsync(() => silent.WasAsked, "the run calls the API");
        await Server.OkAsync(Organisation.Member, new CancelTestRun(run.Id));
        var over = await OverAsync(run);
        (over.Run.Status, over.Run.Totals.Pass).Should().Be(("CANCELLED", 0));
        over.Run.Totals.Skip.Should().BePositive("what was not done is skipped, and says so");
        (await InputsAsync(run.Id)).Should().BeNull();
        await Server.OkAsync(Organisation.Member, new CancelTestRun(run.Id));
        (await Server.OkAsync(Organisation.Member, new GetTestRun(run.Id))).Run.Should().Be(over.Run, "cancelling again changes nothing");
    }

    [Fact]
    public async Task StartTestRun_WithCredentials_KeepsThemHiddenAndOnlyForTheRun()
    {
        await using var silent = SilentApi.Start();
        var run = await StartAsync(new StartTestRun((await SpecAsync()).SpecId, Environment: EnvironmentType.Uat, BaseUrl: silent.Address,
            Credentials: new RunCredentials(RunCredentialKind.ApiKey, Key: Secret)));
        (await InputsAsync(run.Id)).Should().NotBeNull().And.NotContain(Secret, "they are stored encrypted");
        await Eventually.TrueAsync(() => silent.WasAsked, "the run calls the API");
        silent.Drop();
        var over = await OverAsync(run);
        over.Run.Status.Should().Be("COMPLETED");
        (await InputsAsync(run.Id)).Should().BeNull();
        (await DumpAsync(run.Id)).Should().NotContain(Secret);
    }

    [Fact]
    public async Task StartTestRun_WithAValueOfTheEnvironment_RunsTheTestsThatNeedIt()
    {
        var spec = await SpecAsync();
        await using var api = await PaymentsApi.StartAsync();
        var somewhere = new StartTestRun(spec.SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: $"http://127.0.0.1:{api.BaseUrl.Port}",
            Credentials: new RunCredentials(RunCredentialKind.Bearer, Token: api.Options.Credentials.BearerToken));
        var without = await OverAsync(await StartAsync(somewhere));
        var needing = (await SkippedForAsync(without)).Should().NotBeEmpty("nobody can make up a token that was good once").And.Subject;

        var run = await StartAsync(somewhere with { Values = new Dictionary<string, string> { ["expired_token"] = Secret } });
        var with = await OverAsync(run);
        (await SkippedForAsync(with)).Should().BeEmpty();
        with.Run.Totals.Skip.Should().Be(without.Run.Totals.Skip - needing.Count());
        (await InputsAsync(run.Id)).Should().BeNull("what a run was given is gone when it is over");
        (await DumpAsync(run.Id)).Should().NotContain(Secret);

        async Task<List<string>> SkippedForAsync(TestRunDetails details) =>
            [.. (await Server.OkAsync(Organisation.Member, new ListTestCases(details.Run.Id, "SKIP", Take: Paging.MostTake))).Items.Where(result =>
                result.Reason!.Contains("'expired_token'", StringComparison.Ordinal)).Select(result => result.CaseId)];
    }

    [Fact]
    public async Task StartTestRun_WrongValues_SaysWhich()
    {
        var spec = await SpecAsync();
        var values = new Dictionary<string, string> { ["no_such_variable"] = "1", ["expired_token"] = "" };
        var empty = await Server.SendAsync(Organisation.Member, new StartTestRun(spec.SpecId, Values: values));
        empty.Error!.Fields.Select(error => error.Field).Should().Equal("values.expired_token");
        values["expired_token"] = "a";
        var unknown = await Server.SendAsync(Organisation.Member, new StartTestRun(spec.SpecId, Values: values));
        unknown.Error!.Fields.Select(error => error.Field).Should().Equal("values.no_such_variable");
    }

    [Fact]
    public async Task ListTestVariables_OfTheExample_NamesFirstWhatCannotBeMadeUp()
    {
        var variables = (await Server.OkAsync(Organisation.Member, new ListTestVariables((await SpecAsync()).SpecId))).Items;
        variables.Should().ContainSingle(variable => variable.Name == "expired_token").Which.Should()
            .Match<TestVariableView>(variable => variable.Required && variable.Default == null && variable.Tests > 0);
        variables.Should().Contain(variable => variable.Name == "payment_id" && !variable.Required && variable.Default != null);
        variables.Select(variable => variable.Required).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task StartTestRun_ServerStopsMeanwhile_IsInterruptedWhenItIsBack()
    {
        var settings = await Database.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("copilot-restart-");
        var kept = new Dictionary<string, string?>(settings, StringComparer.Ordinal) { ["Data:Folder"] = folder.FullName };
        await using var silent = SilentApi.Start();
        TestOrganisation organisation;
        Guid run;
        await using (var first = await RunningServer.StartAsync(kept))
        {
            organisation = await TestOrganisation.CreateAsync(first);
            var spec = await SpecAsync(first, organisation);
            run = (await first.OkAsync(organisation.Owner, new StartTestRun(spec.SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: silent.Address))).Id;
            await Eventually.TrueAsync(() => silent.WasAsked, "the run calls the API");
        }

        await using (var second = await RunningServer.StartAsync(kept))
            (await second.OkAsync(organisation.Owner, new GetTestRun(run))).Run.Status.Should().Be("INTERRUPTED");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task StartTestRun_AtAnAddressThatIsNeverCalled_EndsEachCaseWithAnErrorThatSaysSo()
    {
        var run = await OverAsync(
            await StartAsync(new StartTestRun((await SpecAsync()).SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: "http://169.254.169.254/latest")));
        (run.Run.Totals.Pass, run.Run.Totals.Fail).Should().Be((0, 0));
        var errors = await Server.OkAsync(Organisation.Member, new ListTestCases(run.Run.Id, "ERROR"));
        errors.Items.Should().NotBeEmpty().And.OnlyContain(result => result.Reason!.Contains("not one this server may call", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StartTestRun_AnswersQuoteWhatADatabaseCannotStore_IsRecordedAllTheSame()
    {
        // A NUL, and an emoji that lies across the end of what is quoted.
        await using var api = await LocalSite.StartAsync(context =>
        {
            context.Response.StatusCode = 500;
            return context.Response.WriteAsync($$"""{ "detail": "\u0000{{new string('x', 198)}}\ud83d\ude00" }""");
        });
        var run = await OverAsync(
            await StartAsync(new StartTestRun((await SpecAsync()).SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: api.Address.AbsoluteUri,
            Credentials: new RunCredentials(RunCredentialKind.ApiKey, Key: Secret))));
        (run.Run.Status, run.Run.Failure).Should().Be(("COMPLETED", null));
        run.Run.Totals.Fail.Should().BePositive();
    }

    [Fact]
    public async Task StartTestRun_MoreThanTheOrganisationMayHave_IsRefusedUntilOneIsOver()
    {
        var most = new TestRunSettings().MaxActive;
        var spec = await SpecAsync();
        var waiting = await AbandonedAsync(spec, RunStatus.Queued, most);
        var another = new StartTestRun(spec.SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: $"http://127.0.0.1:{FreePort()}");
        var refused = await Server.SendAsync(Organisation.Member, another);
        (refused.Error!.Kind, refused.Error.Message).Should().Be((OutcomeKind.LimitExceeded, TestRunErrors.TooMany(most).Message));

        var stranger = await TestOrganisation.CreateAsync(Server);
        await Server.OkAsync(stranger.Member, another with { SpecId = (await SpecAsync(Server, stranger)).SpecId });
        await Server.OkAsync(Organisation.Member, new CancelTestRun(waiting[0]));
        await OverAsync(await StartAsync(another));
    }

    [Fact]
    public async Task StartTestRun_ManyAtOnce_StartsNoMoreThanTheOrganisationMayHave()
    {
        const int most = 3;
        var settings = new Dictionary<string, string?>(await Database.NewDatabaseAsync(), StringComparer.Ordinal) { ["TestRuns:MaxActive"] = $"{most}" };
        await using var silent = SilentApi.Start();
        await using var server = await RunningServer.StartAsync(settings);
        var organisation = await TestOrganisation.CreateAsync(server);
        var request = new StartTestRun((await SpecAsync(server, organisation)).SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: silent.Address);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, most * 3).Select(_ => server.SendAsync(organisation.Member, request)));
        outcomes.Where(outcome => !outcome.IsOk).Should().HaveCount(most * 2).And.OnlyContain(outcome => outcome.Error!.Code == "test_run.too_many");
        foreach (var started in outcomes.Where(outcome => outcome.IsOk)) await server.OkAsync(organisation.Member, new CancelTestRun(started.Value!.Id));
    }

    [Fact]
    public async Task StartTestRun_LongerThanARunMayTake_FailsAndKeepsWhatIsDone()
    {
        var settings = new Dictionary<string, string?>(await Database.NewDatabaseAsync(), StringComparer.Ordinal) { ["TestRuns:MaxDuration"] = "00:00:05" };
        await using var silent = SilentApi.Start();
        await using var server = await RunningServer.StartAsync(settings);
        var organisation = await TestOrganisation.CreateAsync(server);
        var spec = await SpecAsync(server, organisation);
        var run = await server.OkAsync(organisation.Owner, new StartTestRun(spec.SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: silent.Address));
        await Eventually.TrueAsync(async () => (run = (await server.OkAsync(organisation.Owner, new GetTestRun(run.Id))).Run).IsOver, "the run is over");
        (run.Status, run.Totals.Pass).Should().Be(("FAILED", 0));
        run.Failure.Should().Contain("longer than 00:00:05");
        run.Totals.Skip.Should().BePositive("what was not done is skipped");
    }

    [Theory]
    [InlineData(EnvironmentType.Sandbox, null, "baseUrl")]
    [InlineData(EnvironmentType.Sandbox, "sandbox.example.com", "baseUrl")]
    [InlineData(EnvironmentType.Uat, "ftp://uat.example.com", "baseUrl")]
    [InlineData(EnvironmentType.Uat, "https://\u202e/", "baseUrl")]
    [InlineData(EnvironmentType.Production, "https://me:secret@api.example.com", "baseUrl")]
    [InlineData(EnvironmentType.Production, "https://api.example.com/?key=1", "baseUrl")]
    [InlineData(EnvironmentType.Mock, "https://api.example.com", "baseUrl")]
    public async Task StartTestRun_WrongTarget_SaysWhichField(EnvironmentType environment, string? baseUrl, string field)
    {
        var refused = await Server.SendAsync(Organisation.Member, new StartTestRun(Guid.NewGuid(), Environment: environment, BaseUrl: baseUrl));
        refused.Error!.Fields.Select(error => error.Field).Should().Equal(field);
    }

    [Fact]
    public async Task StartTestRun_WrongCredentials_SaysWhichFields()
    {
        await AssertAsync(new RunCredentials(RunCredentialKind.ApiKey), "key");
        await AssertAsync(new RunCredentials(RunCredentialKind.ApiKey, KeyName: "X Key", Key: "käse"), "key", "keyName");
        await AssertAsync(new RunCredentials(RunCredentialKind.ApiKey, KeyName: "Content-Type", Key: "k"), "keyName");
        await AssertAsync(new RunCredentials(RunCredentialKind.ApiKey, KeyLocation: TestKit.ApiKeyLocation.Cookie, Key: "a;b"), "key");
        await AssertAsync(new RunCredentials(RunCredentialKind.Basic, UserName: "a:b"), "password", "userName");
        await AssertAsync(new RunCredentials(RunCredentialKind.Bearer, Token: "two\nlines"), "token");
        await AssertAsync(new RunCredentials(RunCredentialKind.OAuth2, ClientId: "id", ClientSecret: "secret", TokenUrl: "/token"), "tokenUrl");

        async Task AssertAsync(RunCredentials credentials, params string[] fields)
        {
            var refused = await Server.SendAsync(Organisation.Member,
                new StartTestRun(Guid.NewGuid(), Environment: EnvironmentType.Uat, BaseUrl: "https://uat.example.com", Credentials: credentials));
            refused.Error!.Fields.Select(error => error.Field).Should().BeEquivalentTo(fields);
        }
    }

    [Fact]
    public async Task StartTestRun_OfAnArchivedProject_Conflicts()
    {
        var project = await Server.OkAsync(Organisation.Owner, new CreateProject($"Project {Guid.NewGuid():n}"));
        var spec = (await Server.OkAsync(Organisation.Owner, new ImportSpec(project.Id, SpecWorld.Payments))).Version;
        await Server.OkAsync(Organisation.Owner, new ArchiveProject(project.Id));
        (await Server.SendAsync(Organisation.Owner, new StartTestRun(spec.SpecId))).Error.Should().Be(ProjectErrors.Archived);
    }

    [Fact]
    public async Task GetTestReport_OfARunThatIsOver_IsWhatTheCommandLineWrites()
    {
        var run = await OverAsync(
            await StartAsync(new StartTestRun((await SpecAsync()).SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: $"http://127.0.0.1:{FreePort()}")));
        var junit = XDocument.Parse(await ReportAsync(run.Run.Id, "junit")).Root!;
        (junit.Name.LocalName, (int)junit.Attribute("tests")!, (int)junit.Attribute("errors")!).Should()
            .Be(("testsuites", run.Run.Totals.Total, run.Run.Totals.Error));
        using var json = JsonDocument.Parse(await ReportAsync(run.Run.Id, "json"));
        json.RootElement.GetProperty("totals").GetProperty("error").GetInt32().Should().Be(run.Run.Totals.Error);
        json.RootElement.GetProperty("cases").GetArrayLength().Should().Be(run.Run.Totals.Total);
        foreach (var report in RunReports.All) (await ReportAsync(run.Run.Id, report.Id)).Should().NotBeEmpty(report.Id);
        (await Server.SendAsync(Organisation.Member, new GetTestReport(run.Run.Id, "pdf"))).Error!.Fields.Single().Message.Should().Contain("junit");
    }

    [Fact]
    public async Task GetTestReport_OfARunThatGoesOn_Conflicts() =>
        (await Server.SendAsync(Organisation.Member, new GetTestReport(await AbandonedAsync(RunStatus.Running)))).Error.Should().Be(TestRunErrors.NotOver);

    [Fact]
    public async Task ListTestCases_UnknownStatus_NamesTheKnownOnes() =>
        (await Server.SendAsync(Organisation.Member, new ListTestCases(Guid.NewGuid(), "BROKEN"))).Error!.Fields.Single().Message.Should()
            .Contain("NOT_APPLICABLE");

    [Fact]
    public async Task GetTestRun_OfAnotherOrganisation_IsNotFound()
    {
        var run = await AbandonedAsync(RunStatus.Running);
        var stranger = (await TestOrganisation.CreateAsync(Server)).Owner;
        (await Server.SendAsync(stranger, new GetTestRun(run))).Error!.Kind.Should().Be(OutcomeKind.NotFound);
        (await Server.SendAsync(stranger, new CancelTestRun(run))).Error!.Kind.Should().Be(OutcomeKind.NotFound);
        (await Server.OkAsync(Organisation.Owner, new GetTestRun(run))).Run.Status.Should().Be("RUNNING");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<SpecVersionView> SpecAsync() => SpecAsync(Server, Organisation);

    private static async Task<SpecVersionView> SpecAsync(RunningServer server, TestOrganisation organisation)
    {
        var project = await server.OkAsync(organisation.Owner, new CreateProject($"Project {Guid.NewGuid():n}"));
        return (await server.OkAsync(organisation.Owner, new ImportSpec(project.Id, SpecWorld.Payments))).Version;
    }

    private Task<TestRunView> StartAsync(StartTestRun request) => Server.OkAsync(Organisation.Member, request);

    private async Task<TestRunDetails> OverAsync(TestRunView run)
    {
        TestRunDetails? details = null;
        await Eventually.TrueAsync(async () => (details = await Server.OkAsync(Organisation.Member, new GetTestRun(run.Id))).Run.IsOver, "the run is over");
        return details!;
    }

    private async Task<string> WhyAsync(Guid run)
    {
        var bad = new List<string>();
        foreach (var status in new[] { "FAIL", "ERROR" })
            bad.AddRange(
                (await Server.OkAsync(Organisation.Member, new ListTestCases(run, status))).Items.Select(result => $"{result.CaseId}: {result.Reason}"));
        return string.Join('\n', bad).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
    }

    private async Task<string> ReportAsync(Guid run, string format) =>
        await new StreamReader((await Server.OkAsync(Organisation.Member, new GetTestReport(run, format))).Content).ReadToEndAsync();

    private async Task StopMocksAsync(Guid project)
    {
        foreach (var mock in (await Server.OkAsync(Organisation.Member, new ListMocks(project))).Items)
            await Server.OkAsync(Organisation.Member, new StopMock(mock.Id));
    }

    /// <summary>A run that says it goes on, and that nobody works on.</summary>
    private Task<string?> InputsAsync(Guid run) =>
        InDatabaseAsync(database => database.Set<TestRun>().Where(row => row.Id == run).Select(row => row.ProtectedInputs).SingleAsync());

    /// <summary>Everything that a run has stored, as text.</summary>
    private async Task<string> DumpAsync(Guid run)
    {
        var evidence =
            await InDatabaseAsync(database => database.Set<StoredCase>().Where(row => row.RunId == run).Select(row => row.Reason + row.Evidence).ToListAsync());
        var lines = await InDatabaseAsync(database => database.Set<StoredTrace>().Where(trace => trace.RunId == run).Select(trace => trace.Line).ToListAsync());
        return string.Concat(evidence.Concat(lines.Select(Encoding.UTF8.GetString)));
    }

    private async Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(Organisation.Id);
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }
}

public sealed class TestRunsOnSqlite(SqliteServer database) : TestRunsSuite(database);

public sealed class TestRunsOnPostgres(PostgresServer database) : TestRunsSuite(database);
