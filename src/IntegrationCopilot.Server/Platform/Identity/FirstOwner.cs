using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>How the first owner comes to be: a random link, printed at the first start, works once and for a limited time.</summary>
internal sealed class FirstOwner(AppDbContext database, TenantContext tenant, UserManager<AppUser> users, AppSignInManager signIn, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int TokenBytes = 32;
    private const string NotValid = "This set-up link is not valid any more. Restart the server to get a new one.";

    /// <summary>Makes a new link and ends all earlier ones. Null when somebody can sign in already.</summary>
    /// <returns>The token to put into the link; it is stored only as a hash.</returns>
    public async Task<string?> OfferAsync(CancellationToken cancellationToken)
    {
        if (!await IsNeededAsync(cancellationToken)) return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        await database.Set<SetupLink>().ExecuteDeleteAsync(cancellationToken);
        database.Add(new SetupLink { Id = Guid.CreateVersion7(clock.GetUtcNow()), TokenHash = HashOf(token), ExpiresAt = clock.GetUtcNow() + Lifetime });
        await database.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>Whether nobody has an account yet; those of the demo do not count.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken) => !await database.Users.AnyAsync(user => !user.IsDemo, cancellationToken);

    public Task<bool> IsValidAsync(string? token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token ?? "");
        var now = clock.GetUtcNow();
        return database.Set<SetupLink>().AnyAsync(link => link.TokenHash == hash && link.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Uses the link up: creates the organisation and its owner, and signs the owner in. Nothing is stored when anything is wrong.</summary>
    /// <returns>What is wrong; empty when it worked.</returns>
    public async Task<IReadOnlyList<string>> CreateAsync(string? token, NewOwner owner, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await IsValidAsync(token, cancellationToken)) return [NotValid];

        // Deleting takes the lock: of two that use links at the same time, the second finds none left.
        if (await database.Set<SetupLink>().ExecuteDeleteAsync(cancellationToken) == 0) return [NotValid];

        var user = new AppUser { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = owner.Email, Email = owner.Email, DisplayName = owner.Name,
            EmailConfirmed = true };
        var created = await users.CreateAsync(user, owner.Password);
        if (!created.Succeeded) return created.Errors.Select(error => error.Description).Distinct(StringComparer.Ordinal).ToList();
        await new OrganisationSeed(database, tenant, clock).AddAsync(owner.OrganisationName, user.Id, OrganisationRole.Owner, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await signIn.SignInAsync(user, isPersistent: false);
        return [];
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>What the first owner says about themselves.</summary>
internal sealed record NewOwner(string OrganisationName, string Name, string Email, string Password);
