using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Registers the reader of API descriptions with a container.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class SpecEngineServices
{
    /// <summary>Adds a singleton <see cref="SpecReader"/>. Everything else of this package is plain values and functions and needs no container.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">Limits and where further documents come from; the defaults when null. When called several times, the first call counts.</param>
    public static IServiceCollection AddSpecEngine(this IServiceCollection services, SpecReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(new SpecReader(options));
        return services;
    }
}
