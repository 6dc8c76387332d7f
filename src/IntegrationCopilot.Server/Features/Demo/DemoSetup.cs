using IntegrationCopilot.Server.Platform.Identity;

namespace IntegrationCopilot.Server.Features.Demo;

internal static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddSingleton<IDemoContent, DemoProject>();
}
