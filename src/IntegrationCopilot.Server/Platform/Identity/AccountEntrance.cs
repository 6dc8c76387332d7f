using Microsoft.AspNetCore.Identity;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Signing in and out, which happen before there is an actor and so outside the door.</summary>
internal sealed class AccountEntrance(AppSignInManager signIn, FirstOwner firstOwner, IHostEnvironment environment, ILogger<AccountEntrance> logger)
{
    /// <summary>What somebody needs to know who has no account yet; null when there is nothing to tell.</summary>
    public async Task<string?> HintAsync(CancellationToken cancellationToken) =>
        environment.IsDevelopment() ? "E-mail address and password are printed where the server was started."
        : await firstOwner.IsNeededAsync(cancellationToken)
            ? "Nobody can sign in yet. Open the set-up link that the server printed when it started; a restart prints a new one."
        : null;

    /// <summary>Signs in with a password.</summary>
    /// <returns>Null when it worked, or what to tell the user: the same words whether the account exists or not.</returns>
    public async Task<string?> SignInAsync(string email, string password, bool remember)
    {
        var result = await signIn.PasswordSignInAsync(email, password, remember, lockoutOnFailure: true);
        if (result.Succeeded) return null;
        logger.LogWarning("A sign-in was refused ({Reason})", result);
        return result.IsLockedOut
            ? "Too many attempts. Wait five minutes and try again."
            : "The e-mail address or the password is not right.";
    }

    public Task SignOutAsync() => signIn.SignOutAsync();
}
