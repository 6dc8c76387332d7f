using IntegrationCopilot.Server.Platform.Identity;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IntegrationCopilot.Server.Platform.Tenancy;

/// <summary>The few stored things that belong to no organisation. Everything else is <see cref="ITenantOwned"/>, or the server does not start.</summary>
internal static class GlobalEntities
{
    private static readonly HashSet<Type> Types =
    [
        typeof(Organisation), // the tenant itself
        typeof(AppUser), // a person may belong to several organisations
        typeof(IdentityUserClaim<Guid>),
        typeof(IdentityUserLogin<Guid>),
        typeof(IdentityUserToken<Guid>),
        typeof(SetupLink), // exists before the first organisation does
        typeof(DataProtectionKey), // protects the cookies of all
    ];

    /// <exception cref="InvalidOperationException">An entity is neither owned by an organisation nor on the list; the message names each.</exception>
    public static void Verify(IModel model)
    {
        var offenders = model.GetEntityTypes().Where(entity => !entity.IsOwned() && !IsAccountedFor(entity.ClrType)).Select(entity => entity.ClrType.Name)
            .ToList();
        if (offenders.Count == 0) return;
        throw new InvalidOperationException(
            $"The server cannot start: {string.Join(", ", offenders)} must implement ITenantOwned, or be listed in GlobalEntities with the reason why it belongs to no organisation.");
    }

    private static bool IsAccountedFor(Type entity) => entity.IsAssignableTo(typeof(ITenantOwned)) || Types.Contains(entity);
}
