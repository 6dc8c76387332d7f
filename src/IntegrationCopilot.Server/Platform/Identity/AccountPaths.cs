namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>Where the account pages are.</summary>
internal static class AccountPaths
{
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Setup = "/setup";

    /// <summary>A path of this server to go to after signing in; anything that leads elsewhere becomes the home page.</summary>
    public static string LocalOrHome(string? path) =>
        path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : "/";
}
