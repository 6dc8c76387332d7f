using System.Security.Cryptography;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Server.Platform.Settings;
using IntegrationCopilot.Server.Platform.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>The account a newcomer signs in with in development. Its password is random per installation and kept in a file.</summary>
internal sealed class DemoAccount(AppDbContext database, TenantContext tenant, UserManager<AppUser> users, TimeProvider clock, DataFolder folder)
{
    public const string Email = "demo@integration-copilot.example";

    private const string OrganisationName = "Demo Payments";
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Makes sure the account exists and its password is the one in the file.</summary>
    /// <returns>The password.</returns>
    public async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(folder.PathOf("demo-password.txt"));
        var password = file.Exists ? (await File.ReadAllTextAsync(file.FullName, cancellationToken)).Trim() : NewPassword();
        var user = await users.FindByEmailAsync(Email);
        if (user is null) await CreateAsync(password, cancellationToken);
        else if (!await users.CheckPasswordAsync(user, password)) await ChangePasswordAsync(user, password);
        await File.WriteAllTextAsync(file.FullName, password, cancellationToken);
        return password;
    }

    /// <summary>The account as an actor; it exists.</summary>
    public async Task<Actor> ActorAsync(CancellationToken cancellationToken) => await (
        from member in database.Set<Membership>().IgnoreQueryFilters([AppDbContext.TenantFilter])
        join user in database.Users on member.UserId equals user.Id
        where user.Email == Email
        orderby member.CreatedAt
        select new Actor(user.Id, user.DisplayName, member.OrganisationId, member.Role)).FirstAsync(cancellationToken);

    private async Task CreateAsync(string password, CancellationToken cancellationToken)
    {
        var user = new AppUser { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = Email, Email = Email, DisplayName = "Demo Owner",
            EmailConfirmed = true, IsDemo = true };
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        Check(await users.CreateAsync(user, password));
        await new OrganisationSeed(database, tenant, clock).AddAsync(OrganisationName, user.Id, OrganisationRole.Owner, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task ChangePasswordAsync(AppUser user, string password) =>
        Check(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password));

    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordLetters, 4)));

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(
                $"The demo account could not be prepared: {string.Join(" ", result.Errors.Select(error => error.Description))}");
    }
}
