using System.Text.Json;
using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Stores;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.Traces;

public abstract class TracesSuite(DatabaseServer database) : ServerSuite(database)
{
    private async Task<Guid> ProjectAsync() => (await Server.OkAsync(Organisation.Owner, new CreateProject($"Project {Guid.NewGuid():n}"))).Id;

    private static ApiTrace Exchange(int number, int status = 200) => new()
    {
        Id = ApiTrace.NewId(TimeProvider.System),
        StartedAt = TimeProvider.System.GetUtcNow(),
        Duration = TimeSpan.FromMilliseconds(number),
        Environment = EnvironmentType.Mock,
        Operation = new TraceOperation("GET", $"/payments_{number}/{{id}}", $"getPayment{number}"),
        CaseId = $"case-{number}",
        Request = new TraceRequest { Method = "GET", Url = $"/payments_{number}/1" },
        Response = new TraceResponse { Status = status, Body = TraceBody.Capture("""{"id":"1"}"""u8.ToArray()) },
        ErrorCategory = TraceErrorCategories.Categorize(status),
    };

    private async Task InTenantAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(Organisation.Id);
        await work(scope.ServiceProvider);
    }

    private Task AppendAsync(Guid project, params ApiTrace[] traces) =>
        InTenantAsync(scope => scope.GetRequiredService<TraceStore>().AppendAsync(project, runId: null, traces, CancellationToken.None));

    [Fact]
    public async Task ExportTraces_WithTheKeyOfTheOwner_VerifiesOffline()
    {
        var project = await ProjectAsync();
        await AppendAsync(project, Exchange(1), Exchange(2));
        await AppendAsync(project, Exchange(3));
        var folder = Directory.CreateTempSubdirectory("trace-key-");
        try
        {
            var keyFile = Path.Combine(folder.FullName, "key.json");
            using (var owner = await Server.ClientAsync(Organisation.Owner)) await File.WriteAllBytesAsync(keyFile,
                await owner.GetByteArrayAsync($"/api/v1/projects/{project}/traces/key"));
            using var member = await Server.ClientAsync(Organisation.Member);
            await using var file = await member.GetStreamAsync($"/api/v1/projects/{project}/traces/file");
            var key = (await TraceKeyFile.ReadAsync(keyFile)).Key!;
            (await TraceVerifier.VerifyAsync(file, [key])).Should().Be(new TraceVerification(3, null));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AppendAsync_ManyAtOnce_MakesOneChain()
    {
        var project = await ProjectAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => AppendAsync(project, Exchange(number), Exchange(number + 100))));
        var verdict = await Server.OkAsync(Organisation.Member, new VerifyTraces(project));
        (verdict.IsValid, verdict.Traces).Should().Be((true, 16));
    }

    [Fact]
    public async Task VerifyTraces_LineChanged_NamesTheTrace()
    {
        var (project, changed) = (await ProjectAsync(), Exchange(2));
        await AppendAsync(project, Exchange(1), changed, Exchange(3));
        await InTenantAsync(async scope =>
        {
            var rows = scope.GetRequiredService<AppDbContext>().Set<StoredTrace>().Where(trace => trace.Id == Guid.Parse(changed.Id));
            var line = await rows.Select(trace => trace.Line).SingleAsync();
            line[Array.IndexOf(line, (byte)'2')]++;
            await rows.ExecuteUpdateAsync(update => update.SetProperty(trace => trace.Line, line));
        });
        var verdict = await Server.OkAsync(Organisation.Member, new VerifyTraces(project));
        (verdict.IsValid, verdict.Traces, verdict.FaultTraceId).Should().Be((false, 1, changed.Id));
        (await Server.OkAsync(Organisation.Member, new GetTrace(Guid.Parse(changed.Id)))).SignatureHolds.Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task VerifyTraces_LineRemoved_DoesNotHold(int place)
    {
        var project = await ProjectAsync();
        ApiTrace[] traces = [Exchange(1), Exchange(2), Exchange(3)];
        await AppendAsync(project, traces);
        await InTenantAsync(scope =>
            scope.GetRequiredService<AppDbContext>().Set<StoredTrace>().Where(trace => trace.Id == Guid.Parse(traces[place].Id)).ExecuteDeleteAsync());
        var verdict = await Server.OkAsync(Organisation.Member, new VerifyTraces(project));
        (verdict.IsValid, verdict.Traces).Should().Be((false, place));
    }

    [Fact]
    public async Task ListTraces_WithFilters_GivesWhatMatchesNewestFirst()
    {
        var project = await ProjectAsync();
        await AppendAsync(project, Exchange(1), Exchange(2, status: 429), Exchange(3), Exchange(31));
        (await ListAsync(new ListTraces(project))).Should().Equal("case-31", "case-3", "case-2", "case-1");
        (await ListAsync(new ListTraces(project, ErrorsOnly: true))).Should().Equal("case-2");
        (await ListAsync(new ListTraces(project, Search: "get /PAYMENTS_3"))).Should().Equal("case-31", "case-3");
        (await ListAsync(new ListTraces(project, Search: "payments%"))).Should().BeEmpty("a percent sign stands for itself");
        (await ListAsync(new ListTraces(project, CaseId: "case-1"))).Should().Equal("case-1");
        (await ListAsync(new ListTraces(project, Skip: 1, Take: 2))).Should().Equal("case-3", "case-2");
    }

    [Fact]
    public async Task GetTrace_Stored_GivesItInFull()
    {
        var (project, exchange) = (await ProjectAsync(), Exchange(1, status: 404));
        await AppendAsync(project, exchange);
        var details = await Server.OkAsync(Organisation.Member, new GetTrace(Guid.Parse(exchange.Id)));
        details.SignatureHolds.Should().BeTrue();
        (details.Trace.Status, details.Trace.ErrorCategory, details.Request!.Start, details.Response!.Body).Should()
            .Be((404, TraceErrorCategory.NotFound, "GET /payments_1/1", """{"id":"1"}"""));
    }

    [Fact]
    public async Task GetTraceKey_OfAnAdmin_IsForbidden()
    {
        var project = await ProjectAsync();
        await AppendAsync(project, Exchange(1));
        (await Server.SendAsync(Organisation.Admin, new GetTraceKey(project))).Error!.Kind.Should().Be(OutcomeKind.Forbidden);
        var key = await Server.OkAsync(Organisation.Owner, new GetTraceKey(project));
        JsonSerializer.Serialize(await StoredKeyAsync(project)).Should().NotContain(key.Key, "the secret is stored encrypted");
    }

    [Fact]
    public async Task VerifyTraces_OfAProjectWithoutTraces_SaysWhatToDo() =>
        (await Server.SendAsync(Organisation.Member, new VerifyTraces(await ProjectAsync()))).Error.Should().Be(TraceErrors.None);

    private async Task<IEnumerable<string?>> ListAsync(ListTraces request) =>
        (await Server.OkAsync(Organisation.Member, request)).Items.Select(trace => trace.CaseId);

    private async Task<ProjectTraceChain> StoredKeyAsync(Guid project)
    {
        ProjectTraceChain? chain = null;
        await InTenantAsync(async scope =>
            chain = await scope.GetRequiredService<AppDbContext>().Set<ProjectTraceChain>().SingleAsync(chain => chain.ProjectId == project));
        return chain!;
    }
}

public sealed class TracesOnSqlite(SqliteServer database) : TracesSuite(database);

public sealed class TracesOnPostgres(PostgresServer database) : TracesSuite(database);
