using System.Net;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Outcomes;
using IntegrationCopilot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Server.Tests.Hosting;

/// <summary>The whole server, listening on a free port of this machine, with a data folder of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        ["Outbound:AllowLoopback"] = "true",
        ["RateLimits:RequestsPerMinute"] = "1000000",
        ["RateLimits:SignInsPerMinute"] = "1000000",
        ["TestRuns:SweepInterval"] = "1.00:00:00",
        ["Serilog:MinimumLevel:Default"] = "Fatal",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal",
        ["Serilog:MinimumLevel:Override:Quartz"] = "Fatal",
        ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
    };

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningServer(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    /// <summary>Where this server keeps its files; deleted with it.</summary>
    public string DataFolder => _folder.FullName;

    public Dispatcher Dispatcher => Services.GetRequiredService<Dispatcher>();

    /// <summary>Starts a server.</summary>
    /// <param name="settings">Settings on top of those every test has. Without a database among them it is SQLite, in the data folder.</param>
    /// <param name="environment">Name of the environment; <c>Production</c> by default.</param>
    /// <param name="services">Changes to the services, such as another clock.</param>
    public static async Task<RunningServer> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, string environment = "Production", Action<IServiceCollection>? services = null)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-server-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "IntegrationCopilot.Server",
            ContentRootPath = Path.Combine(SharedData.RepositoryRoot, "src", "IntegrationCopilot.Server"),
            EnvironmentName = environment,
        });
        builder.Configuration.AddInMemoryCollection(Defaults);
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder.FullName)]);
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddIntegrationCopilot();
        services?.Invoke(builder.Services);
        var app = builder.Build().MapIntegrationCopilot();
        try
        {
            await app.PrepareAsync();
            await app.StartAsync();
            return new RunningServer(app, folder);
        }
        catch
        {
            await app.DisposeAsync();
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Sends through the dispatcher.</summary>
    public Task<Outcome<T>> SendAsync<T>(Actor? actor, IRequest<T> request) => Dispatcher.SendAsync(actor, request, TestContext.Current.CancellationToken);

    /// <summary>Sends what must succeed.</summary>
    public async Task<T> OkAsync<T>(Actor actor, IRequest<T> request)
    {
        var outcome = await SendAsync(actor, request);
        outcome.Error.Should().BeNull("{0} is to succeed", request);
        return outcome.Value!;
    }

    /// <summary>An HTTP client that follows no redirect and has nobody signed in.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>An HTTP client signed in as a member of an organisation, by the same kind of cookie that the sign-in page sets.</summary>
    public async Task<HttpClient> ClientAsync(Actor actor)
    {
        var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", await SignedIn.CookieAsync(Services, actor));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
