using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Tests.Features.Specs;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.TestRuns;

/// <summary>Runs that nobody works on any more.</summary>
public abstract partial class TestRunsSuite
{
    [Fact]
    public async Task ExecuteTestRun_OfARunWhoseServerIsGone_SaysThatItWasInterrupted()
    {
        var run = await AbandonedAsync(RunStatus.Running);
        await Server.OkAsync(Organisation.Member, new ExecuteTestRun(run));
        var after = (await Server.OkAsync(Organisation.Member, new GetTestRun(run))).Run;
        (after.Status, after.IsOver).Should().Be(("INTERRUPTED", true));
        after.Failure.Should().Contain("Start it again");
    }

    [Theory]
    [InlineData("Queued")]
    [InlineData("Running")]
    public async Task CancelTestRun_WithoutAJob_EndsIt(string status)
    {
        var run = await AbandonedAsync(Enum.Parse<RunStatus>(status));
        await Server.OkAsync(Organisation.Member, new CancelTestRun(run));
        (await Server.OkAsync(Organisation.Member, new GetTestRun(run))).Run.Status.Should().Be("CANCELLED");
    }

    [Theory]
    [InlineData("Queued", "before this run began")]
    [InlineData("Running", "could not store how this run ended")]
    public async Task Sweep_RunWithoutAJob_InterruptsItAndForgetsWhatItWasGiven(string status, string reason)
    {
        var run = await AbandonedAsync(Enum.Parse<RunStatus>(status));
        await Server.Services.GetRequiredService<RunSweeper>().SweepAsync(CancellationToken.None);
        var after = (await Server.OkAsync(Organisation.Member, new GetTestRun(run))).Run;
        (after.Status, after.IsOver).Should().Be(("INTERRUPTED", true));
        after.Failure.Should().Contain(reason).And.Contain("Start it again");
        (await InputsAsync(run)).Should().BeNull();
    }

    [Fact]
    public async Task Sweep_RunThatIsWorkedOn_LeavesItAlone()
    {
        await using var silent = SilentApi.Start();
        var run = await StartAsync(new StartTestRun((await SpecAsync()).SpecId, Environment: EnvironmentType.Sandbox, BaseUrl: silent.Address));
        await Eventually.TrueAsync(() => silent.WasAsked, "the run calls the API");
        await InDatabaseAsync(database => database.Set<TestRun>().Where(row => row.Id == run.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.CreatedAt, DateTimeOffset.UnixEpoch)));
        await Server.Services.GetRequiredService<RunSweeper>().SweepAsync(CancellationToken.None);
        (await Server.OkAsync(Organisation.Member, new GetTestRun(run.Id))).Run.Status.Should().Be("RUNNING");
        await Server.OkAsync(Organisation.Member, new CancelTestRun(run.Id));
    }

    private async Task<Guid> AbandonedAsync(RunStatus status) => (await AbandonedAsync(await SpecAsync(), status, 1))[0];

    private async Task<List<Guid>> AbandonedAsync(SpecVersionView spec, RunStatus status, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid()).ToList();
        await InDatabaseAsync(async database =>
        {
            var version = await database.Set<SpecVersion>().Where(version => version.SpecId == spec.SpecId)
                .Select(version => new { version.Id, version.ProjectId }).SingleAsync();
            database.AddRange(ids.Select(id =>
                new TestRun { Id = id, ProjectId = version.ProjectId, SpecId = spec.SpecId, SpecVersionId = version.Id, Status = status, CreatedBy = "Test",
                    ProtectedInputs = "of the test" }));
            return await database.SaveChangesAsync();
        });
        return ids;
    }
}
