using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace IntegrationCopilot.Proxy;

/// <summary>Adds recording proxies to an application.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class RecordingProxyExtensions
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Forwards every request that no other endpoint takes to an API, judges both directions by its description, and records them.
    /// </summary>
    /// <remarks>
    /// <para>Messages pass as they come, byte for byte: streams, server-sent events, uploads, trailers, compressed bodies. Web sockets are tunnelled, and their
    /// opening
    /// is one exchange. Only what HTTP wants is changed: fields of one connection (RFC 9110, section 7.6.1), <c>Host</c>, and the <c>X-Forwarded</c>
    /// fields.</para>
    /// <para>A body is kept up to <see cref="RecordingProxyOptions.MaxJudgedBytes"/>; compressed ones are unpacked to be judged, within
    /// <see cref="MessageValidatorOptions.MaxBodyBytes"/>. When the API cannot be reached the client gets 502, when it does not answer 504, with problem
    /// details. When the client leaves, the request to the API is cancelled.</para>
    /// <para>Limits of the server on the size and pace of bodies are lifted for these requests, where the server can.</para>
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="spec">The description of the API.</param>
    /// <param name="upstream">Where the API is: http or https. Path and query of a request follow its path.</param>
    /// <param name="options">How; the defaults when null.</param>
    /// <exception cref="ArgumentException"><paramref name="upstream"/> is not an absolute http or https URL, or has a query.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A member of <paramref name="options"/> is not allowed.</exception>
    public static IEndpointConventionBuilder MapRecordingProxy(
        this IEndpointRouteBuilder endpoints, ApiSpec spec, Uri upstream, RecordingProxyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(upstream);
        if (!upstream.IsAbsoluteUri || upstream.Scheme is not ("http" or "https") || upstream.Query.Length > 0)
            throw new ArgumentException("The upstream is an absolute http or https URL without a query.", nameof(upstream));
        options = new RecordingProxyOptionsRules().Checked(options ?? new(), nameof(options));
        var services = endpoints.ServiceProvider;
        var invoker = options.Invoker ?? Owned(services);
        var settings = new ProxySettings(spec, upstream, options, services.GetService<ILoggerFactory>());
        var handler = new ProxyHandler(settings, services.GetService<IHttpForwarder>() ?? NewForwarder(services), invoker);
        return endpoints.Map("{**path}", handler.HandleAsync).WithDisplayName($"Recording proxy to {upstream.GetLeftPart(UriPartial.Authority)}");
    }

    /// <summary>As the other overload, with what <see cref="AddRecordingProxy"/> was told.</summary>
    /// <param name="endpoints">The application.</param>
    /// <exception cref="InvalidOperationException">The services hold no recording proxy.</exception>
    /// <exception cref="OptionsValidationException">An option is not allowed.</exception>
    public static IEndpointConventionBuilder MapRecordingProxy(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var proxied = services.GetService<ProxiedApi>()
            ?? throw new InvalidOperationException(
                "No recording proxy is registered. Call services.AddRecordingProxy(spec, upstream), or hand both to MapRecordingProxy.");
        return endpoints.MapRecordingProxy(proxied.Spec, proxied.Upstream, services.GetRequiredService<IOptions<RecordingProxyOptions>>().Value);
    }

    /// <summary>Adds what a recording proxy needs. Its options are checked when the application starts.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="spec">The description of the API. When called several times, the first call counts.</param>
    /// <param name="upstream">Where the API is: http or https. Path and query of a request follow its path.</param>
    /// <param name="configure">Sets the options; null (the default) to leave them as they are.</param>
    /// <returns>To set more of the options, for example from the application's configuration with <c>BindConfiguration</c>.</returns>
    public static OptionsBuilder<RecordingProxyOptions> AddRecordingProxy(this IServiceCollection services, ApiSpec spec, Uri upstream,
        Action<RecordingProxyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(upstream);
        services.AddHttpForwarder().TryAddSingleton(new ProxiedApi(spec, upstream));
        return services.AddChecked<RecordingProxyOptions, RecordingProxyOptionsRules>(configure);
    }

    private static IHttpForwarder NewForwarder(IServiceProvider services)
    {
        var own = new ServiceCollection();
        if (services.GetService<ILoggerFactory>() is { } loggers) own.AddSingleton(loggers);
        return own.AddLogging().AddHttpForwarder().BuildServiceProvider().GetRequiredService<IHttpForwarder>();
    }

    /// <summary>A client that lives as long as the application.</summary>
    private static HttpMessageInvoker Owned(IServiceProvider services)
    {
        var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            EnableMultipleHttp2Connections = true,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        });
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(invoker.Dispose);
        return invoker;
    }

    /// <summary>What a proxy of the container stands before.</summary>
    private sealed record ProxiedApi(ApiSpec Spec, Uri Upstream);
}
