using IntegrationCopilot.Server.Platform.Settings;

namespace IntegrationCopilot.Server.Features.Specs;

internal static class SpecsSetup
{
    public static IServiceCollection AddSpecs(this IServiceCollection services)
    {
        services.AddSettings<SpecSettings>("Specs");
        services.AddSingleton<SpecReading>();
        services.AddSingleton<SpecFetcher>();
        services.AddScoped<SpecLoader>();
        services.AddScoped<SpecImporter>();
        return services;
    }
}
