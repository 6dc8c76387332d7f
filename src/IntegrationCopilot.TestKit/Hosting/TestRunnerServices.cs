using System.Net.Http;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.TestKit;

/// <summary>Registers the runner of golden tests with a container.</summary>
/// <threadsafety>Holds no state; no other thread may change what it is given meanwhile.</threadsafety>
public static class TestRunnerServices
{
    /// <summary>
    /// Adds a singleton <see cref="TestRunner"/> with a client of its own, whose runs go by the container's <see cref="RunOptions"/> where they are told
    /// nothing else. These are checked when the application starts.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="spec">The API. When called several times, that of the first call counts.</param>
    /// <param name="configure">Sets the options; null (the default) to leave them as they are.</param>
    /// <returns>To set more of the options, for example from the application's configuration with <c>BindConfiguration</c>.</returns>
    public static OptionsBuilder<RunOptions> AddTestRunner(this IServiceCollection services, ApiSpec spec, Action<RunOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(spec);
        services.TryAddSingleton<RunnerClient>();
        services.TryAddSingleton(provider =>
            new TestRunner(spec, provider.GetRequiredService<RunnerClient>().Client, provider.GetRequiredService<IOptions<RunOptions>>().Value));
        return services.AddChecked<RunOptions, RunOptionsRules>(configure).PostConfigure<IServiceProvider>(static (options, provider) =>
            options.Logs ??= provider.GetService<ILoggerFactory>());
    }

    /// <summary>Lives as long as the container.</summary>
    private sealed class RunnerClient : IDisposable
    {
        public HttpClient Client { get; } = TestRunner.CreateClient();

        public void Dispose() => Client.Dispose();
    }
}
