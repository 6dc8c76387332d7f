using System.CommandLine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Reads the credentials that an option gives.</summary>
internal static class CredentialText
{
    /// <exception cref="MisuseException">They are not written as they must be.</exception>
    public static ApiCredentials Read(Option option, Func<ApiCredentials> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException e)
        {
            throw MisuseException.Of(option.Name, e);
        }
    }

    /// <exception cref="MisuseException">It is no user and password.</exception>
    public static ApiCredentials Basic(Option option, string pair) => Read(option, () =>
    {
        var (user, password) = SecretText.ResolvePair(pair, $"{option.Name} USER:PASSWORD");
        return new BasicCredentials(user, password);
    });

    /// <exception cref="MisuseException">It is no token.</exception>
    public static ApiCredentials Bearer(Option option, string token) => Read(option, () => new BearerCredentials(SecretText.Resolve(token)));
}
