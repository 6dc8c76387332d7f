using System.Reflection;
using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Demo;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Jobs;
using IntegrationCopilot.Server.Platform.Observability;
using IntegrationCopilot.Server.Platform.Outbound;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Settings;
using IntegrationCopilot.Server.Portal;

namespace IntegrationCopilot.Server;

/// <summary>What the server is made of.</summary>
internal static class Composition
{
    private static readonly Assembly Own = typeof(Composition).Assembly;

    public static WebApplicationBuilder AddIntegrationCopilot(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // started from a build instead of a published folder, whatever the environment
        builder.AddLogs();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPersistence();
        builder.Services.AddAppIdentity();
        builder.Services.AddDoor(Own);
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddOutbound();
        builder.Services.AddSpecs();
        builder.Services.AddMocks();
        builder.Services.AddTraces();
        builder.Services.AddTestRuns();
        builder.Services.AddDemo();
        builder.Services.AddErrorHandling();
        builder.Services.AddRateLimits();
        builder.Services.AddApi();
        builder.Services.AddHealth();
        builder.Services.AddPortal();
        return builder;
    }

    public static WebApplication MapIntegrationCopilot(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseSecurityHeaders();
        app.UseRequestLogs();
        app.UseErrorHandling();
        app.UseRouting();
        app.UseCrossSiteGuard();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapApi(Own);
        app.MapPortal();
        return app;
    }

    /// <summary>Checks the settings and brings the database up to date. Throws what the operator has to mend, before anything listens.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.ValidateSettings();
        await app.Services.PrepareDatabaseAsync(app.Lifetime.ApplicationStopping);
    }
}
