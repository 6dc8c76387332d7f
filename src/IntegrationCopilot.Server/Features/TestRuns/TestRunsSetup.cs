using IntegrationCopilot.Server.Platform.Settings;

namespace IntegrationCopilot.Server.Features.TestRuns;

internal static class TestRunsSetup
{
    public static IServiceCollection AddTestRuns(this IServiceCollection services)
    {
        services.AddSettings<TestRunSettings>("TestRuns");
        services.AddSingleton<RunSecrets>();
        services.AddSingleton<RunsHere>();
        services.AddScoped<RunStates>();
        services.AddScoped<RunRecorder>();
        services.AddScoped<RunTargets>();
        services.AddSingleton<RunSweeper>();
        services.AddHostedService(provider => provider.GetRequiredService<RunSweeper>());
        return services;
    }
}
