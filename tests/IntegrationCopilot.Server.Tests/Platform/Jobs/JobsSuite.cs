using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Jobs;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Jobs;

public abstract class JobsSuite(DatabaseServer database) : ServerSuite(database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task EnqueueAsync_WithRequest_SendsItAsTheActor()
    {
        var probe = new JobProbe();
        await using var server = await StartAsync(probe);
        var actor = (await TestOrganisation.CreateAsync(server)).Member;
        var id = Guid.NewGuid();
        await InScopeAsync(server, actor, (jobs, _) => jobs.EnqueueAsync(id, new Probe(id), actor, None));
        await Eventually.TrueAsync(() => !probe.Handled.IsEmpty, "the job is handled");
        probe.Handled.Should().Equal((id, actor));
    }

    [Fact]
    public async Task EnqueueAsync_ByActorWithoutPermission_IsRefusedAtTheDoor()
    {
        var actor = Organisation.Outsider;
        await InScopeAsync(Server, actor, (jobs, _) => jobs.EnqueueAsync(Guid.NewGuid(), new CreateProject("Payments"), actor, None));
        await Eventually.TrueAsync(
            () => InScopeAsync(Server, actor,
                (_, database) => database.Set<AuditEntry>().AnyAsync(entry => entry.ActorId == actor.UserId && entry.Outcome == "forbidden")),
                "the refusal is audited");
        (await Server.OkAsync(Organisation.Owner, new ListProjects())).Total.Should().Be(0);
    }

    [Fact]
    public async Task SaveAndEnqueueAsync_WithChanges_StoresThemAndRunsTheJob()
    {
        var actor = Organisation.Owner;
        await InScopeAsync(Server, actor, async (jobs, database) =>
        {
            database.Add(new Project { Id = Guid.NewGuid(), Name = "Saved", CreatedAt = DateTimeOffset.UnixEpoch });
            await jobs.SaveAndEnqueueAsync(Guid.NewGuid(), new CreateProject("Enqueued"), actor, None);
        });
        await Eventually.TrueAsync(async () => (await Server.OkAsync(actor, new ListProjects())).Total > 1, "the job runs");
        (await Server.OkAsync(actor, new ListProjects())).Items.Select(project => project.Name).Should().BeEquivalentTo("Saved", "Enqueued");
    }

    [Fact]
    public async Task EnqueueAsync_WithSameIdTwice_Throws()
    {
        var probe = new JobProbe();
        await using var server = await StartAsync(probe);
        var actor = (await TestOrganisation.CreateAsync(server)).Member;
        var id = Guid.NewGuid();
        await InScopeAsync(server, actor, (jobs, _) => jobs.EnqueueAsync(id, new Probe(id, Waits: true), actor, None));
        var again = () => InScopeAsync(server, actor, (jobs, _) => jobs.EnqueueAsync(id, new Probe(id), actor, None));
        await again.Should().ThrowAsync<InvalidOperationException>().WithMessage($"*{id}*");
        await InScopeAsync(server, actor, (jobs, _) => jobs.CancelAsync(id, None));
    }

    [Fact]
    public async Task CancelAsync_OfRunningJob_CancelsItsToken()
    {
        var probe = new JobProbe();
        await using var server = await StartAsync(probe);
        var (organisation, stranger) = (await TestOrganisation.CreateAsync(server), await TestOrganisation.CreateAsync(server));
        var id = Guid.NewGuid();
        await InScopeAsync(server, organisation.Owner, (jobs, _) => jobs.EnqueueAsync(id, new Probe(id, Waits: true), organisation.Owner, None));
        await Eventually.TrueAsync(() => !probe.Handled.IsEmpty, "the job starts");
        (await InScopeAsync(server, stranger.Owner, (jobs, _) => jobs.CancelAsync(id, None))).Should().BeFalse("it belongs to another organisation");
        (await InScopeAsync(server, organisation.Owner, (jobs, _) => jobs.CancelAsync(id, None))).Should().BeTrue();
        await Eventually.TrueAsync(() => !probe.Cancelled.IsEmpty, "the job's token is cancelled");
    }

    [Fact]
    public async Task EnqueueAsync_BeforeRestart_RunsAfterIt()
    {
        var settings = await Database.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("copilot-restart-");
        var kept = new Dictionary<string, string?>(settings, StringComparer.Ordinal) { ["Data:Folder"] = folder.FullName };
        var id = Guid.NewGuid();
        await using (var first =
            await StartAsync(new JobProbe(), kept, services => services.Configure<Quartz.QuartzHostedServiceOptions>(options => options.AutoStart = false)))
        {
            var actor = (await TestOrganisation.CreateAsync(first)).Owner;
            await InScopeAsync(first, actor, (jobs, _) => jobs.EnqueueAsync(id, new Probe(id), actor, None));
        }

        var probe = new JobProbe();
        await using (await StartAsync(probe, kept)) await Eventually.TrueAsync(() => probe.Handled.Any(handled => handled.Id == id),
            "the job runs after the restart");
        folder.Delete(recursive: true);
    }

    private protected async Task<RunningServer> StartAsync(JobProbe probe, IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null) =>
        await RunningServer.StartAsync(settings ?? await Database.NewDatabaseAsync(), services: all =>
        {
            all.AddSingleton(probe);
            all.AddSingleton(RequestCatalog.Build([.. typeof(AppDbContext).Assembly.GetTypes(), typeof(Probe), typeof(ProbeHandler)]));
            services?.Invoke(all);
        });

    private protected static async Task<T> InScopeAsync<T>(RunningServer server, Actor actor, Func<IJobs, AppDbContext, Task<T>> work)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(actor, isReadOnly: false);
        return await work(scope.ServiceProvider.GetRequiredService<IJobs>(), scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    private protected static Task InScopeAsync(RunningServer server, Actor actor, Func<IJobs, AppDbContext, Task> work) =>
        InScopeAsync(server, actor, async (jobs, database) =>
    {
        await work(jobs, database);
        return true;
    });
}

public sealed class JobsOnSqlite(SqliteServer database) : JobsSuite(database)
{
    [Fact]
    public async Task EnqueueAsync_InATransaction_IsRefusedBecauseTheSchedulerWouldWaitForItAndItForTheScheduler()
    {
        var enqueue = () => InScopeAsync(Server, Organisation.Owner, async (jobs, database) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            await jobs.EnqueueAsync(Guid.NewGuid(), new CreateProject("Never"), Organisation.Owner, CancellationToken.None);
        });
        await enqueue.Should().ThrowAsync<InvalidOperationException>().WithMessage("*SQLite*");
    }

    [Fact]
    public async Task Outbox_JobWhoseServerWasKilledBeforeTheSchedulerKnew_RunsAfterTheRestart()
    {
        var folder = Directory.CreateTempSubdirectory("copilot-outbox-");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Data:Folder"] = folder.FullName };
        var id = Guid.NewGuid();
        Actor actor;
        await using (var first = await StartAsync(new JobProbe(), settings))
        {
            actor = (await TestOrganisation.CreateAsync(first)).Owner;
            await InScopeAsync(first, actor, (_, database) => StoreAsync(database, id, actor));
        }

        var probe = new JobProbe();
        await using (var second = await StartAsync(probe, settings))
        {
            await Eventually.TrueAsync(() => !probe.Handled.IsEmpty, "the job runs");
            probe.Handled.Should().Equal((id, actor));
            await Eventually.TrueAsync(
                async () => !await InScopeAsync(second, actor, (_, database) => database.Set<OutboxJob>().AnyAsync()), "the outbox is empty");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Outbox_JobThatWaits_ExistsUntilItIsCancelledAndThenNeverRuns()
    {
        var probe = new JobProbe();
        await using var server = await StartAsync(probe);
        var (actor, id) = ((await TestOrganisation.CreateAsync(server)).Owner, Guid.NewGuid());
        await InScopeAsync(server, actor, (_, database) => StoreAsync(database, id, actor));
        (await InScopeAsync(server, actor, (jobs, _) => jobs.ExistsAsync(id, CancellationToken.None))).Should().BeTrue();
        (await InScopeAsync(server, actor, (jobs, _) => jobs.CancelAsync(id, CancellationToken.None))).Should().BeTrue();
        (await InScopeAsync(server, actor, (jobs, _) => jobs.ExistsAsync(id, CancellationToken.None))).Should().BeFalse();
        (await server.Services.GetRequiredService<OutboxDrain>().DrainAsync(DateTimeOffset.MaxValue, CancellationToken.None)).Should().Be(0);
        probe.Handled.Should().BeEmpty();
    }

    [Fact]
    public async Task SaveAndEnqueueAsync_WithASchedulerThatKnows_LeavesNothingInTheOutbox()
    {
        var probe = new JobProbe();
        await using var server = await StartAsync(probe);
        var (actor, id) = ((await TestOrganisation.CreateAsync(server)).Owner, Guid.NewGuid());
        await InScopeAsync(server, actor, (jobs, _) => jobs.SaveAndEnqueueAsync(id, new Probe(id), actor, CancellationToken.None));
        (await InScopeAsync(server, actor, (_, database) => database.Set<OutboxJob>().AnyAsync())).Should().BeFalse();
        await Eventually.TrueAsync(() => !probe.Handled.IsEmpty, "the job runs");
    }

    private static Task StoreAsync(AppDbContext database, Guid id, Actor actor)
    {
        database.Add(new OutboxJob { Id = id, Request = StoredRequest.Write(new Probe(id), actor), CreatedAt = DateTimeOffset.UnixEpoch });
        return database.SaveChangesAsync();
    }
}

public sealed class JobsOnPostgres(PostgresServer database) : JobsSuite(database)
{
    [Fact]
    public async Task EnqueueAsync_InTransactionThatIsRolledBack_NeverRuns()
    {
        var actor = Organisation.Owner;
        var (gone, kept) = (Guid.NewGuid(), Guid.NewGuid());
        await InScopeAsync(Server, actor, async (jobs, database) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            await jobs.EnqueueAsync(gone, new CreateProject("Gone"), actor, CancellationToken.None);
            await transaction.RollbackAsync();
        });
        await InScopeAsync(Server, actor, async (jobs, database) =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync();
            await jobs.EnqueueAsync(kept, new CreateProject("Kept"), actor, CancellationToken.None);
            await transaction.CommitAsync();
        });
        await Eventually.TrueAsync(async () => (await Server.OkAsync(actor, new ListProjects())).Total > 0, "the kept job runs");
        (await Server.OkAsync(actor, new ListProjects())).Items.Select(project => project.Name).Should().Equal("Kept");
        (await InScopeAsync(Server, actor, (jobs, _) => jobs.CancelAsync(gone, CancellationToken.None))).Should().BeFalse();
    }

    [Fact]
    public async Task EnqueueAsync_OnTwoNodes_RunsEachJobOnce()
    {
        var settings = await Database.NewDatabaseAsync();
        var probe = new JobProbe();
        await using var one = await StartAsync(probe, settings);
        await using var two = await StartAsync(probe, settings);
        var actor = (await TestOrganisation.CreateAsync(one)).Owner;
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.NewGuid()).ToList();
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
            await InScopeAsync(index % 2 == 0 ? one : two, actor, (jobs, _) => jobs.EnqueueAsync(id, new Probe(id), actor, CancellationToken.None));
        await Eventually.TrueAsync(() => probe.Handled.Count >= ids.Count, "all jobs run");
        probe.Handled.Select(handled => handled.Id).Should().BeEquivalentTo(ids);
    }
}
