using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace IntegrationCopilot.Server.Platform.Identity;

internal static class IdentitySetup
{
    /// <summary>How long a changed role or password may go unnoticed by a cookie or a circuit.</summary>
    public static readonly TimeSpan StampCheckInterval = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddAppIdentity(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("IntegrationCopilot").PersistKeysToDbContext<AppDbContext>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<AppUser>(ConfigureAccounts)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager<AppSignInManager>()
            .AddClaimsPrincipalFactory<AppClaimsFactory>()
            .AddDefaultTokenProviders();
        services.AddScoped(provider => (AppSignInManager)provider.GetRequiredService<SignInManager<AppUser>>());
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StampCheckInterval);
        services.ConfigureApplicationCookie(ConfigureCookie);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<AccountEntrance>();
        services.AddScoped<FirstOwner>();
        services.AddScoped<DemoAccount>();
        services.AddHostedService<Greeting>();
        return services;
    }

    private static void ConfigureAccounts(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;

        // Length is what makes a password strong; rules of composition do not (NIST SP 800-63B, section 3.1.1.2).
        options.Password.RequiredLength = 12;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "copilot";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(7);
        options.SlidingExpiration = true;
        options.LoginPath = AccountPaths.SignIn;
        options.AccessDeniedPath = AccountPaths.SignIn;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => RedirectOrAnswer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => RedirectOrAnswer(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>A browser is led to the sign-in page; a REST client gets the status, and its body from the error handling of the API.</summary>
    private static Task RedirectOrAnswer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.IsApi()) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
