using System.Reflection;

namespace IntegrationCopilot.Server.Platform.Door;

internal static class DoorSetup
{
    /// <summary>Registers the door over every request type and handler of an assembly.</summary>
    /// <exception cref="InvalidOperationException">A request type has no permission, no handler, or two; the message names it.</exception>
    public static IServiceCollection AddDoor(this IServiceCollection services, Assembly assembly)
    {
        services.AddSingleton(RequestCatalog.Build(assembly.GetTypes()));
        services.AddSingleton<Dispatcher>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<PageSender>();
        return services;
    }
}
