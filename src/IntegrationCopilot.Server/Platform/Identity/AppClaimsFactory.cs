using System.Security.Claims;
using IntegrationCopilot.Server.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Puts the user's organisation and role into the cookie. Runs at sign-in and whenever the security stamp is checked again.</summary>
internal sealed class AppClaimsFactory(UserManager<AppUser> users, IOptions<IdentityOptions> options, AppDbContext database)
    : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);

        // Which organisation the user belongs to is what is being found out, so no tenant is known yet.
        var membership = await database.Set<Membership>().IgnoreQueryFilters([AppDbContext.TenantFilter])
            .Include(member => member.Organisation)
            .Where(member => member.UserId == user.Id)
            .OrderBy(member => member.CreatedAt)
            .FirstOrDefaultAsync();
        if (membership is not null) identity.AddClaims(ActorClaims.Of(user, membership));
        return identity;
    }
}
