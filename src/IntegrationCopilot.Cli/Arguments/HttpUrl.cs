using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>An http or https URL on a command line.</summary>
internal static class HttpUrl
{
    /// <summary>Whether a text is one.</summary>
    public static bool Is(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && RunTarget.CanBeCalled(url);

    /// <exception cref="MisuseException">The text is not an absolute http or https URL, or holds what does not belong into one here.</exception>
    public static Uri Read(string option, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !RunTarget.CanBeCalled(url))
            throw new MisuseException($"{option} takes an absolute http or https URL, for example https://sandbox.example.com/v1; '{text}' is none.");
        if (url.UserInfo.Length > 0) throw new MisuseException($"{option} holds a user name or password; give them with --basic USER:PASSWORD.");
        return url;
    }
}
