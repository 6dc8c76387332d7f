using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using IntegrationCopilot.Server.Tests.Features.Projects;
using IntegrationCopilot.Server.Tests.Features.Specs;
using IntegrationCopilot.Server.Tests.Platform.Door;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.TestRuns;

internal sealed class TestRunExamples : IRequestExamples
{
    public void AddTo(RequestExamples examples)
    {
        // Nobody listens there: the run is over in no time.
        examples.Add(async world => new StartTestRun(await world.SpecAsync(), 1, EnvironmentType.Sandbox, "http://127.0.0.1:9/"));
        examples.Add(async world => new ListGoldenTests(await world.SpecAsync()));
        examples.Add(async world => new ListTestVariables(await world.SpecAsync()));
        examples.Add(async world => new ListTestRuns(await ProjectWithRunAsync(world)));
        examples.Add(async world => new GetTestRun((await world.RunAsync()).RunId));
        examples.Add(async world => new ListTestCases((await world.RunAsync()).RunId));
        examples.Add(async world => new GetTestCase((await world.RunAsync()).CaseId));
        examples.Add(async world => new ListTestDefects((await world.RunAsync()).RunId));
        examples.Add(async world => new GetTestReport((await world.RunAsync()).RunId));
        examples.Add(async world => new CancelTestRun((await world.RunAsync()).RunId));
        examples.Add(async world => new ExecuteTestRun((await world.RunAsync()).RunId));
    }

    private static async Task<Guid> ProjectWithRunAsync(ExampleWorld world)
    {
        await world.RunAsync();
        return await world.ProjectAsync();
    }
}

internal sealed record ExampleRun(Guid RunId, Guid CaseId);

internal static class TestRunWorld
{
    /// <summary>A run that is over, with one result, in the project of the organisation.</summary>
    public static Task<ExampleRun> RunAsync(this ExampleWorld world) => world.OnceAsync("run", async () =>
    {
        var spec = await world.SpecAsync();
        await using var scope = world.Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(world.Organisation.Id);
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var run = new TestRun
        {
            Id = Guid.NewGuid(),
            ProjectId = await world.ProjectAsync(),
            SpecId = spec,
            SpecVersionId = await database.Set<Server.Features.Specs.SpecVersion>().Where(version => version.SpecId == spec).Select(version => version.Id)
                .FirstAsync(),
            Status = RunStatus.Completed,
            CreatedAt = now,
            CreatedBy = "Test Owner",
            StartedAt = now,
            FinishedAt = now,
            Passed = 1,
        };
        var result = new StoredCase { Id = Guid.NewGuid(), RunId = run.Id, CaseId = "a-case", Name = "A case", Category = "authentication",
            Status = CaseStatus.Pass, Evidence = new CaseEvidence([], []).ToJson() };
        database.AddRange(run, result);
        await database.SaveChangesAsync();
        return new ExampleRun(run.Id, result.Id);
    });
}
