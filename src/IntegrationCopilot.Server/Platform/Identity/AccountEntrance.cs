using Microsoft.AspNetCore.Identity;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Signing in and out, which happen before there is an actor and so outside the door.</summary>
internal sealed class AccountEntrance(AppSignInManager signIn, ILogger<AccountEntrance> logger)
{
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
