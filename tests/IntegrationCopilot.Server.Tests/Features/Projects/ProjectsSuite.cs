using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.Projects;

public abstract class ProjectsSuite(DatabaseServer database) : ServerSuite(database)
{
    [Fact]
    public async Task CreateProject_WithPaddedTexts_StoresThemTrimmed()
    {
        var created = await Server.OkAsync(Organisation.Member, new CreateProject("  Payments ", " Takes money. "));
        var read = await Server.OkAsync(Organisation.Member, new GetProject(created.Id));
        read.Id.Should().Be(created.Id);
        (read.Name, read.Description, read.ArchivedAt).Should().Be(("Payments", "Takes money.", (DateTimeOffset?)null));
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("   ", "name")]
    [InlineData("a\u0007b", "name")]
    public async Task CreateProject_WithUnusableName_IsInvalidAtTheField(string name, string field)
    {
        var outcome = await Server.SendAsync(Organisation.Member, new CreateProject(name));
        outcome.Error!.Kind.Should().Be(OutcomeKind.Invalid);
        outcome.Error.Fields.Select(error => error.Field).Should().Equal(field);
    }

    [Fact]
    public async Task CreateProject_WithNameInOtherCase_Conflicts()
    {
        await Server.OkAsync(Organisation.Owner, new CreateProject("Payments"));
        var outcome = await Server.SendAsync(Organisation.Owner, new CreateProject("PAYMENTS"));
        outcome.Error.Should().Be(ProjectErrors.NameTaken);
    }

    [Fact]
    public async Task CreateProject_SameNameAtOnce_KeepsOne()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Server.SendAsync(Organisation.Owner, new CreateProject("Payments"))));
        outcomes.Count(outcome => outcome.IsOk).Should().Be(1);
        outcomes.Where(outcome => !outcome.IsOk).Should().OnlyContain(outcome => outcome.Error!.Kind == OutcomeKind.Conflict);
    }

    [Fact]
    public async Task ListProjects_WithPages_GivesNewestFirstAndTheTotal()
    {
        foreach (var name in new[] { "One", "Two", "Three" }) await Server.OkAsync(Organisation.Owner, new CreateProject(name));
        var page = await Server.OkAsync(Organisation.Owner, new ListProjects(Skip: 1, Take: 1));
        (page.Total, page.Items.Single().Name).Should().Be((3, "Two"));
    }

    [Fact]
    public async Task ArchiveProject_ThenRestore_MovesItBetweenTheLists()
    {
        var project = await Server.OkAsync(Organisation.Owner, new CreateProject("Payments"));
        await Server.OkAsync(Organisation.Admin, new ArchiveProject(project.Id));
        (await CountAsync(archived: false), await CountAsync(archived: true)).Should().Be((0, 1));
        await Server.OkAsync(Organisation.Admin, new RestoreProject(project.Id));
        (await CountAsync(archived: false), await CountAsync(archived: true)).Should().Be((1, 0));
    }

    [Fact]
    public async Task RenameProject_ToNameOfAnother_ConflictsAndChangesNothing()
    {
        await Server.OkAsync(Organisation.Owner, new CreateProject("Payments"));
        var project = await Server.OkAsync(Organisation.Owner, new CreateProject("Refunds"));
        (await Server.SendAsync(Organisation.Owner, new RenameProject(project.Id, "payments"))).Error.Should().Be(ProjectErrors.NameTaken);
        (await Server.OkAsync(Organisation.Owner, new GetProject(project.Id))).Name.Should().Be("Refunds");
    }

    [Fact]
    public async Task CreateProject_WhenItSucceeds_LeavesAnAuditRowWithTheChange()
    {
        var project = await Server.OkAsync(Organisation.Owner, new CreateProject("Payments"));
        var entry = (await AuditAsync()).Single();
        (entry.Request, entry.Outcome, entry.ActorId, entry.Changes).Should()
            .Be((nameof(CreateProject), AuditEntry.Ok, Organisation.Owner.UserId, $"Added Project {project.Id}"));
    }

    [Fact]
    public async Task ListProjects_WhenItSucceeds_LeavesNoAuditRow()
    {
        await Server.OkAsync(Organisation.Owner, new ListProjects());
        (await AuditAsync()).Should().BeEmpty();
    }

    private async Task<int> CountAsync(bool archived) => (await Server.OkAsync(Organisation.Owner, new ListProjects(archived))).Total;

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        await using var scope = Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(Organisation.Id);
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<AuditEntry>().ToListAsync();
    }
}

public sealed class ProjectsOnSqlite(SqliteServer database) : ProjectsSuite(database);

public sealed class ProjectsOnPostgres(PostgresServer database) : ProjectsSuite(database);
