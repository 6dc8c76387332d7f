using IntegrationCopilot.Server.Platform.Settings;

namespace IntegrationCopilot.Server.Platform.Outbound;

internal static class OutboundSetup
{
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.AddSettings<OutboundSettings>("Outbound");
        return services.AddSingleton<OutboundHttp>();
    }
}
