using System.Net;
using System.Net.Sockets;
using IntegrationCopilot.Proxy;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>A recording proxy on a port.</summary>
internal sealed class ProxyHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly WebApplication app;

    private ProxyHost(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Urls.First());

    /// <exception cref="MisuseException">The address is not one of this machine.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ProxyHost> StartAsync(ApiSpec spec, Uri upstream, IPEndPoint place, RecordingProxyOptions options,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ResponseHeaderEncodingSelector = static _ => System.Text.Encoding.UTF8;
            kestrel.Listen(place);
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        var built = builder.Build();
        built.UseRouting();
        built.MapRecordingProxy(spec, upstream, options);
        built.UseEndpoints(static _ => { });
        try
        {
            await built.StartAsync(cancellationToken);
            return new ProxyHost(built);
        }
        catch (SocketException refused)
        {
            await built.DisposeAsync();
            throw new MisuseException($"The proxy cannot listen on {place}: {refused.Message}");
        }
        catch
        {
            await built.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops: exchanges under way have three seconds to end.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    /// <summary>The command hears of Ctrl+C, not the host.</summary>
    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
