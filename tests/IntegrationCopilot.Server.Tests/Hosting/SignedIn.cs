using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Identity;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Tests.Hosting;

/// <summary>Makes the cookie of a signed-in user out of the server's own parts, without the cost of checking a password.</summary>
internal static class SignedIn
{
    public static async Task<string> CookieAsync(IServiceProvider services, Actor actor)
    {
        await using var scope = services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Users.SingleAsync(user => user.Id == actor.UserId);
        var principal = await scope.ServiceProvider.GetRequiredService<AppSignInManager>().CreateUserPrincipalAsync(user);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme))}";
    }
}
