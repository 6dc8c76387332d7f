using System.CommandLine;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Who another caller is to the API, who must not see what the first one makes; each secret as itself, <c>env:NAME</c> or <c>file:PATH</c>.</summary>
internal sealed class OtherCallerOptions
{
    private readonly Option<string> apiKey = new("--other-api-key") { HelpName = "[NAME=]VALUE",
        Description = "The API key of another caller, who must not see what the first one makes; written as --api-key." };
    private readonly Option<string> basic = new("--other-basic") { HelpName = "USER:PASSWORD", Description = "The same with HTTP Basic." };
    private readonly Option<string> bearer = new("--other-bearer") { HelpName = "TOKEN", Description = "The same with a bearer token." };

    public IReadOnlyList<Option> Ways => [apiKey, basic, bearer];

    public void AddTo(Command command)
    {
        foreach (var option in Ways) command.Add(option);
    }

    /// <summary>The credentials that a command line gives; none where it gives none.</summary>
    /// <exception cref="MisuseException">One is not written as it must be.</exception>
    public IReadOnlyList<ApiCredentials> Read(ParseResult parsed, ApiSpec spec)
    {
        var all = new List<ApiCredentials>();
        if (parsed.GetValue(apiKey) is { } key) all.Add(CredentialText.Read(apiKey, () => ApiKeyText.Read(key, spec)));
        if (parsed.GetValue(basic) is { } pair) all.Add(CredentialText.Basic(basic, pair));
        if (parsed.GetValue(bearer) is { } token) all.Add(CredentialText.Bearer(bearer, token));
        return all;
    }
}
