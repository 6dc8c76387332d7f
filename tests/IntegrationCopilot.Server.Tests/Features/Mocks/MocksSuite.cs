using System.Net;
using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Tests.Features.Specs;
using IntegrationCopilot.Server.Tests.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Features.Mocks;

public abstract class MocksSuite(DatabaseServer database) : ServerSuite(database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private async Task<SpecVersionView> SpecAsync()
    {
        var project = await Server.OkAsync(Organisation.Owner, new CreateProject($"Project {Guid.NewGuid():n}"));
        return (await Server.OkAsync(Organisation.Owner, new ImportSpec(project.Id, SpecWorld.Payments))).Version;
    }

    private static async Task<HttpStatusCode> AskAsync(MockView mock, string apiKey = "mock-api-key")
    {
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", apiKey);
        return (await client.GetAsync("payments")).StatusCode;
    }

    [Fact]
    public async Task StartMock_OfAVersion_AnswersOnThisMachineOnly()
    {
        var mock = await Server.OkAsync(Organisation.Member, new StartMock((await SpecAsync()).SpecId));
        (mock.Status, mock.BaseUrl!.Host, mock.Version).Should().Be(("RUNNING", "127.0.0.1", 1));
        (await AskAsync(mock)).Should().Be(HttpStatusCode.OK);
        (await AskAsync(mock, apiKey: "somebody else's")).Should().Be(HttpStatusCode.Unauthorized);
        (await Server.OkAsync(Organisation.Member, new GetMock(mock.Id))).Requests.Should().Be(2);
    }

    [Fact]
    public async Task StartMock_Twice_GivesTheSameMock()
    {
        var spec = await SpecAsync();
        var mocks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Server.SendAsync(Organisation.Member, new StartMock(spec.SpecId))));
        var first = mocks.First(mock => mock.IsOk).Value!;
        (await Server.OkAsync(Organisation.Member, new StartMock(spec.SpecId))).BaseUrl.Should().Be(first.BaseUrl);
        (await Server.OkAsync(Organisation.Member, new ListMocks(first.ProjectId))).Total.Should().Be(1);
    }

    [Fact]
    public async Task StopMock_Running_StopsAndKeepsItsPort()
    {
        var mock = await Server.OkAsync(Organisation.Member, new StartMock((await SpecAsync()).SpecId));
        await Server.OkAsync(Organisation.Member, new StopMock(mock.Id));
        var stopped = await Server.OkAsync(Organisation.Member, new GetMock(mock.Id));
        (stopped.Status, stopped.BaseUrl).Should().Be(("STOPPED", (Uri?)null));
        await FluentActions.Awaiting(() => AskAsync(mock)).Should().ThrowAsync<HttpRequestException>();
        (await Server.OkAsync(Organisation.Member, new StartMock(mock.SpecId))).BaseUrl.Should().Be(mock.BaseUrl);
    }

    [Fact]
    public async Task MockRestart_AfterTheServerWasStopped_StartsWhatRan()
    {
        var runs = await Server.OkAsync(Organisation.Member, new StartMock((await SpecAsync()).SpecId));
        var stopped = await Server.OkAsync(Organisation.Member, new StartMock((await SpecAsync()).SpecId));
        await Server.OkAsync(Organisation.Member, new StopMock(stopped.Id));
        await Server.Services.GetRequiredService<MockHost>().StopAsync(runs.Id);

        using var restart = ActivatorUtilities.CreateInstance<MockRestart>(Server.Services);
        await restart.StartAsync(CancellationToken.None);
        await restart.ExecuteTask!.WaitAsync(Patience);

        var again = await Server.OkAsync(Organisation.Member, new GetMock(runs.Id));
        (again.Status, again.BaseUrl).Should().Be(("RUNNING", runs.BaseUrl));
        (await Server.OkAsync(Organisation.Member, new GetMock(stopped.Id))).Status.Should().Be("STOPPED");
    }

    [Fact]
    public async Task StartMock_OfAnArchivedProject_Conflicts()
    {
        var spec = await SpecAsync();
        var project = (await Server.OkAsync(Organisation.Owner, new StartMock(spec.SpecId))).ProjectId;
        await Server.OkAsync(Organisation.Owner, new ArchiveProject(project));
        (await Server.SendAsync(Organisation.Owner, new StartMock(spec.SpecId))).Error.Should().Be(ProjectErrors.Archived);
    }
}

public sealed class MocksOnSqlite(SqliteServer database) : MocksSuite(database);

public sealed class MocksOnPostgres(PostgresServer database) : MocksSuite(database);
