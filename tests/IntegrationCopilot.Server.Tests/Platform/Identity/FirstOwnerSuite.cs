using System.Net;
using IntegrationCopilot.Server.Features.Projects;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Tests.Hosting;
using IntegrationCopilot.Server.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Platform.Identity;

public abstract class FirstOwnerSuite(DatabaseServer database) : ServerSuite(database)
{
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task SetupLink_UsedOnce_CreatesTheOwnerAndIsOver()
    {
        await using var server = await RunningServer.StartAsync(await Database.NewDatabaseAsync());
        var path = $"/setup?token={await OfferAsync(server)}";
        using var browser = new FormClient(server);

        var created = await SetUpAsync(browser, path);
        created.StatusCode.Should().Be(HttpStatusCode.Found);
        (await browser.GetAsync("/projects")).StatusCode.Should().Be(HttpStatusCode.OK, "the owner is signed in");
        using (var later = new FormClient(server)) (await PageAsync(later, "/account/sign-in")).Should().NotContain("Nobody can sign in yet");
        (await (await browser.GetAsync(path)).Content.ReadAsStringAsync()).Should().Contain("This link does not work");
        (await OfferAsync(server)).Should().BeNull("somebody can sign in now");

        using var another = new FormClient(server);
        (await SignInAsync(another, "ada@vendor.example", "wrong horse battery staple")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await SignInAsync(another, "ada@vendor.example", Password)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task SignIn_BeforeThereIsAnOwner_TellsOfTheSetupLink()
    {
        await using var server = await RunningServer.StartAsync(await Database.NewDatabaseAsync());
        using var browser = new FormClient(server);
        (await PageAsync(browser, "/account/sign-in")).Should().Contain("Nobody can sign in yet");
    }

    [Fact]
    public async Task SetupLink_WithoutItsToken_DoesNotWork()
    {
        await using var server = await RunningServer.StartAsync(await Database.NewDatabaseAsync());
        await OfferAsync(server);
        using var browser = new FormClient(server);
        (await (await browser.GetAsync("/setup?token=0123")).Content.ReadAsStringAsync()).Should().Contain("This link does not work");
        (await (await browser.GetAsync("/setup")).Content.ReadAsStringAsync()).Should().Contain("This link does not work");
    }

    [Fact]
    public async Task Start_OutsideDevelopment_MakesNoAccount()
    {
        await using var server = await RunningServer.StartAsync(await Database.NewDatabaseAsync());
        await Eventually.TrueAsync(() => AnyAsync<SetupLink>(server, link => true), "the link is offered");
        (await AnyAsync<AppUser>(server, user => true)).Should().BeFalse();
        File.Exists(Path.Combine(server.DataFolder, "demo-password.txt")).Should().BeFalse();
    }

    [Fact]
    public async Task DemoAccount_InDevelopment_FindsAProjectAndIsRefusedElsewhere()
    {
        var settings = await Database.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("copilot-demo-");
        var kept = new Dictionary<string, string?>(settings, StringComparer.Ordinal) { ["Data:Folder"] = folder.FullName };
        var file = Path.Combine(folder.FullName, "demo-password.txt");
        await using (var development = await RunningServer.StartAsync(kept, environment: "Development"))
        {
            await Eventually.TrueAsync(() => AnyAsync<Project>(development, project => true), "the demo project is there");
            await Eventually.TrueAsync(() =>
                AnyAsync<TestRun>(development,
                run => run.Status == RunStatus.Completed && run.Passed > 0 && run.Failed + run.Errors == 0), "its golden tests have passed");
            using var browser = new FormClient(development);
            (await SignInAsync(browser, DemoAccount.Email, (await File.ReadAllTextAsync(file)).Trim())).StatusCode.Should().Be(HttpStatusCode.Found);
        }

        await using (var production = await RunningServer.StartAsync(kept))
        {
            using var browser = new FormClient(production);
            (await SignInAsync(browser, DemoAccount.Email, (await File.ReadAllTextAsync(file)).Trim())).StatusCode.Should()
                .Be(HttpStatusCode.OK, "the account is for development only");
        }

        folder.Delete(recursive: true);
    }

    private static async Task<string> PageAsync(FormClient browser, string path) => await (await browser.GetAsync(path)).Content.ReadAsStringAsync();

    private static Task<HttpResponseMessage> SetUpAsync(FormClient browser, string path) => browser.SendAsync(
        path, ("Form.Organisation", "Vendor"), ("Form.Name", "Ada"), ("Form.Email", "ada@vendor.example"), ("Form.Password", Password));

    private static Task<HttpResponseMessage> SignInAsync(FormClient browser, string email, string password) =>
        browser.SendAsync("/account/sign-in", ("Form.Email", email), ("Form.Password", password));

    private static async Task<string?> OfferAsync(RunningServer server)
    {
        // The greeting of the server offers one too; the newer link ends the older.
        await using var scope = server.Services.CreateAsyncScope();
        if (!await AnyAsync<AppUser>(server, user => !user.IsDemo))
            await Eventually.TrueAsync(() => AnyAsync<SetupLink>(server, link => true), "the server offers its link");
        return await scope.ServiceProvider.GetRequiredService<FirstOwner>().OfferAsync(CancellationToken.None);
    }

    private static async Task<bool> AnyAsync<T>(RunningServer server, System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<T>().IgnoreQueryFilters().AnyAsync(which);
    }
}

public sealed class FirstOwnerOnSqlite(SqliteServer database) : FirstOwnerSuite(database);

public sealed class FirstOwnerOnPostgres(PostgresServer database) : FirstOwnerSuite(database);
