using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen;

/// <summary>Registers a mock with a container.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class MockServices
{
    /// <summary>Adds a singleton <see cref="MockEngine"/>, to be mapped with <c>MapMock()</c>. Its options are checked when the application starts.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="spec">The API to answer for. When called several times, that of the first call counts.</param>
    /// <param name="configure">Sets the options; null (the default) to leave them as they are.</param>
    /// <returns>To set more of the options, for example from the application's configuration with <c>BindConfiguration</c>.</returns>
    public static OptionsBuilder<MockOptions> AddMock(this IServiceCollection services, ApiSpec spec, Action<MockOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(spec);
        services.TryAddSingleton(provider => new MockEngine(spec, provider.GetRequiredService<IOptions<MockOptions>>().Value));
        return services.AddChecked<MockOptions, MockOptionsRules>(configure).PostConfigure<IServiceProvider>(static (options, provider) =>
            options.Logs ??= provider.GetService<ILoggerFactory>());
    }
}
