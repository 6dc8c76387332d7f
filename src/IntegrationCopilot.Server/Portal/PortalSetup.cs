using IntegrationCopilot.Server.Platform.Identity;
using MudBlazor;
using MudBlazor.Services;

namespace IntegrationCopilot.Server.Portal;

internal static class PortalSetup
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            options.SnackbarConfiguration.PreventDuplicates = true;
            options.SnackbarConfiguration.VisibleStateDuration = 5000;
        });
        return services;
    }

    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        // A page without its style sheets would be worse than a refused page, and they cost next to nothing.
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();

        // frame-ancestors is part of the security headers that every response carries.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapGet("/", () => Results.LocalRedirect("/projects")).ExcludeFromDescription();
        app.MapPost(AccountPaths.SignOut, SignOutAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(AccountEntrance entrance, [Microsoft.AspNetCore.Mvc.FromForm] string? returnUrl)
    {
        await entrance.SignOutAsync();
        return Results.LocalRedirect(AccountPaths.LocalOrHome(returnUrl ?? AccountPaths.SignIn));
    }
}
