using IntegrationCopilot.Server.Platform.Settings;

namespace IntegrationCopilot.Server.Features.Mocks;

internal static class MocksSetup
{
    public static IServiceCollection AddMocks(this IServiceCollection services)
    {
        services.AddSettings<MockSettings>("Mocks");
        services.AddSingleton<MockHost>();
        services.AddScoped<MockStarter>();
        services.AddHostedService<MockRestart>();
        return services;
    }
}
