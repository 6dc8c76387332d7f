using IntegrationCopilot.Server.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace IntegrationCopilot.Server.Tests.Platform.Observability;

public sealed class RequestLogTests
{
    private static readonly Dictionary<string, string?> Information = new(StringComparer.Ordinal) { ["Serilog:MinimumLevel:Default"] = "Information" };

    [Fact]
    public async Task Request_Answered_IsALineWithItsPathAndStatus()
    {
        var log = new KeptLog();
        await using var server = await RunningServer.StartAsync(Information, services: services => services.AddSingleton<ILogEventSink>(log));
        using var client = server.Client();
        using var answer = await client.GetAsync(new Uri("/api/projects?secret=not-for-the-log", UriKind.Relative), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => log.Lines.Any(line => line.Contains("/api/projects", StringComparison.Ordinal)), "the request is in the log");
        var line = log.Lines.First(line => line.Contains("/api/projects", StringComparison.Ordinal));
        line.Should().Contain("GET").And.Contain("401").And.NotContain("not-for-the-log");
    }

    [Fact]
    public async Task Request_PathWithControlCharacters_MovesNoCursor()
    {
        var log = new KeptLog();
        await using var server = await RunningServer.StartAsync(Information, services: services => services.AddSingleton<ILogEventSink>(log));
        using var client = server.Client();
        using var answer = await client.GetAsync(new Uri("/api/pro%1B[2Jjects%0Aforged", UriKind.Relative), TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => log.Lines.Any(line => line.Contains("forged", StringComparison.Ordinal)), "the request is in the log");
        log.Lines.Should().NotContain(line => line.Any(char.IsControl));
    }
}
