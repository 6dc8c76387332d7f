using IntegrationCopilot.Server.Platform.Observability;
using Microsoft.AspNetCore.Identity;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Signing in and out, which happen before there is an actor and so outside the door.</summary>
internal sealed class AccountEntrance(
    AppSignInManager signIn,
    FirstOwner firstOwner,
    IHttpContextAccessor requests,
    IHostEnvironment environment,
    ILogger<AccountEntrance> logger)
{
    private static readonly AppUser Nobody = new() { DisplayName = "" };

    /// <summary>What somebody needs to know who has no account yet; null when there is nothing to tell.</summary>
    public async Task<string?> HintAsync(CancellationToken cancellationToken) =>
        environment.IsDevelopment() ? "E-mail address and password are printed where the server was started."
        : await firstOwner.IsNeededAsync(cancellationToken)
            ? "Nobody can sign in yet. Open the set-up link that the server printed when it started; a restart prints a new one."
        : null;

    /// <summary>Signs in with a password.</summary>
    /// <returns>Null when it worked, or what to tell the user: the same words, after the same work, whether the account exists, is locked or not.</returns>
    public async Task<string?> SignInAsync(string email, string password, bool remember)
    {
        var user = await signIn.UserManager.FindByNameAsync(email);
        var mayTry = user is not null && await signIn.CanSignInAsync(user) && !await signIn.UserManager.IsLockedOutAsync(user);
        if (!mayTry) signIn.UserManager.PasswordHasher.HashPassword(Nobody, password); // as long as comparing takes
        var result = mayTry ? await signIn.PasswordSignInAsync(user!, password, remember, lockoutOnFailure: true) : SignInResult.Failed;
        if (result.Succeeded) return null;
        logger.LogWarning("A sign-in was refused: {Account} from {Address} ({Reason})", LogText.Of(email),
            requests.HttpContext?.Connection.RemoteIpAddress, ReasonOf(user, mayTry, result));
        return "The e-mail address or the password is not right. After five wrong passwords an account is locked for five minutes.";
    }

    private static string ReasonOf(AppUser? user, bool mayTry, SignInResult result) =>
        user is null ? "no such account" : !mayTry ? "locked, or may not sign in here" : result.IsLockedOut ? "wrong password, locked now" : "wrong password";

    public Task SignOutAsync() => signIn.SignOutAsync();
}
