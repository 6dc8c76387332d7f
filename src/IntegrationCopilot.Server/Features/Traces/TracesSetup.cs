namespace IntegrationCopilot.Server.Features.Traces;

internal static class TracesSetup
{
    public static IServiceCollection AddTraces(this IServiceCollection services) =>
        services.AddSingleton<TraceKeys>().AddScoped<TraceStore>().AddScoped<TraceFile>();
}
