using System.Collections.Concurrent;
using System.Net;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Proxy.Tests;

/// <summary>An API, a recording proxy before it, and a client of the proxy.</summary>
internal sealed class Hosts : IAsyncDisposable
{
    private readonly WebApplication? api;
    private readonly WebApplication proxy;

    private Hosts(WebApplication? api, WebApplication proxy, ConcurrentQueue<ProxiedExchange> exchanges, ConcurrentQueue<ApiTrace> traces)
    {
        this.api = api;
        this.proxy = proxy;
        Exchanges = exchanges;
        Traces = traces;
        Url = new Uri(proxy.Urls.First());
        Client = new HttpClient { BaseAddress = Url };
    }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public ConcurrentQueue<ProxiedExchange> Exchanges { get; }

    public ConcurrentQueue<ApiTrace> Traces { get; }

    /// <summary>Starts both.</summary>
    public static async Task<Hosts> StartAsync(ApiSpec spec, RequestDelegate answer, RecordingProxyOptions? options = null, string path = "",
        HttpProtocols protocols = HttpProtocols.Http1)
    {
        var listening = await ServeAsync(app =>
        {
            app.UseWebSockets();
            app.Run(answer);
        }, HttpProtocols.Http1);
        return await BeforeAsync(spec, new Uri(listening.Urls.First() + path), options, listening, protocols);
    }

    /// <summary>Starts a proxy before something else.</summary>
    public static async Task<Hosts> BeforeAsync(ApiSpec spec, Uri upstream, RecordingProxyOptions? options = null, WebApplication? api = null,
        HttpProtocols protocols = HttpProtocols.Http1)
    {
        ConcurrentQueue<ProxiedExchange> exchanges = new();
        ConcurrentQueue<ApiTrace> traces = new();
        options = (options ?? new RecordingProxyOptions()) with
        {
            OnExchange = exchanges.Enqueue,
            OnTrace = (trace, _) =>
            {
                traces.Enqueue(trace);
                return Task.CompletedTask;
            },
        };
        var standing = await ServeAsync(app => app.MapRecordingProxy(spec, upstream, options), protocols);
        return new(api, standing, exchanges, traces);
    }

    /// <summary>The exchange that was told next.</summary>
    public async Task<ProxiedExchange> NextAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (Exchanges.TryDequeue(out var exchange)) return exchange;
            await Task.Delay(10, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await proxy.DisposeAsync();
        if (api is not null) await api.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync(Action<WebApplication> configure, HttpProtocols protocols)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
        });
        builder.Services.AddRouting();
        var app = builder.Build();
        app.UseRouting();
        configure(app);
        app.UseEndpoints(static _ => { });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
