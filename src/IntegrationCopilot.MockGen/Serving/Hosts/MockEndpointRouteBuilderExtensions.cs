using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen;

/// <summary>Puts mocks into ASP.NET Core applications.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class MockEndpointRouteBuilderExtensions
{
    /// <summary>Maps a mock of an API under a prefix. Several may be mapped, each under its own.</summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="spec">The API to answer for.</param>
    /// <param name="prefix">The path it lies under, for example <c>/payments-mock</c>; empty for everything that no other route takes.</param>
    /// <param name="options">How to behave; the defaults when null.</param>
    /// <returns>To add authorization, rate limits or other conventions.</returns>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> has parameters, a query, or segments that are empty.</exception>
    /// <remarks>Its deliveries end when the application stops.</remarks>
    public static IEndpointConventionBuilder MapMock(this IEndpointRouteBuilder endpoints, ApiSpec spec, string prefix = "", MockOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        options ??= new MockOptions();
        if (options.Logs is null) options = options with { Logs = endpoints.ServiceProvider.GetService<ILoggerFactory>() };
        var engine = new MockEngine(spec, options);
        endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping.Register(() => _ = engine.DisposeAsync().AsTask());
        return endpoints.MapMock(engine, prefix);
    }

    /// <summary>Maps the mock that <see cref="MockServices.AddMock"/> added, under a prefix.</summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="prefix">The path it lies under, for example <c>/payments-mock</c>; empty for everything that no other route takes.</param>
    /// <returns>To add authorization, rate limits or other conventions.</returns>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> has parameters, a query, or segments that are empty.</exception>
    /// <exception cref="InvalidOperationException">The services hold no mock.</exception>
    /// <exception cref="OptionsValidationException">An option of the mock is not allowed.</exception>
    public static IEndpointConventionBuilder MapMock(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var engine = endpoints.ServiceProvider.GetService<MockEngine>()
            ?? throw new InvalidOperationException("No mock is registered. Call services.AddMock(spec), or hand the API to MapMock.");
        return endpoints.MapMock(engine, prefix);
    }

    /// <summary>Maps a mock under a prefix.</summary>
    /// <param name="endpoints">The application's routes.</param>
    /// <param name="engine">The mock.</param>
    /// <param name="prefix">The path it lies under, for example <c>/payments-mock</c>; empty for everything that no other route takes.</param>
    /// <returns>To add authorization, rate limits or other conventions.</returns>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> has parameters, a query, or segments that are empty.</exception>
    /// <remarks>Answers are those of the mock on a port; <c>Location</c>, <c>Content-Location</c> and <c>Link</c> name paths under the prefix.</remarks>
    public static IEndpointConventionBuilder MapMock(this IEndpointRouteBuilder endpoints, MockEngine engine, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(prefix);
        var path = prefix.Trim('/');
        if (path.AsSpan().IndexOfAny("{}?#*") >= 0 || path.Contains("//", StringComparison.Ordinal))
            throw new ArgumentException($"'{prefix}' is no prefix of paths: it is made of literal segments, such as /payments-mock.", nameof(prefix));
        var bare = path.Length == 0 ? "" : $"/{path}";
        return endpoints.Map($"{bare}/{{**mockPath}}", context => HttpExchange.RunAsync(engine, context, bare))
            .WithDisplayName($"Mock of {engine.Spec.Title} {engine.Spec.Version}");
    }
}
