using System.CommandLine;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>The installation of an API that is tested, and who we are to it. Without a base URL it is a mock of our own.</summary>
internal sealed class TargetOptions
{
    /// <summary>The environment that is a mock of ours.</summary>
    public const string Mock = "mock";

    /// <summary>The option that says where the API is.</summary>
    public const string BaseUrlName = "--base-url";

    /// <summary>The option that says what stands there.</summary>
    public const string EnvironmentName = "--environment";

    private static readonly Dictionary<string, EnvironmentType> Environments = new(StringComparer.Ordinal)
    {
        [Mock] = EnvironmentType.Mock,
        ["sandbox"] = EnvironmentType.Sandbox,
        ["uat"] = EnvironmentType.Uat,
        ["production"] = EnvironmentType.Production,
    };

    private readonly Option<string> baseUrl = new(BaseUrlName) { HelpName = "URL",
        Description = "The API to test; the document's paths are appended. Without it a mock of the API is started and tested." };
    private readonly Option<string> environment = new(EnvironmentName) { Description =
        "What stands at --base-url. Default sandbox; mock is one of ours. Without --base-url, which environment of the file of settings." };
    private readonly Option<string[]> headers =
        new("--header") { HelpName = "NAME: VALUE", Description = "A header sent with every request; may be repeated." };
    private readonly AuthOptions auth = new();
    private readonly OtherCallerOptions other = new();

    public TargetOptions() => environment.AcceptOnlyFromAmong([.. Environments.Keys]);

    public void AddTo(Command command)
    {
        command.Add(baseUrl);
        command.Add(environment);
        auth.AddTo(command);
        other.AddTo(command);
        command.Add(headers);
    }

    /// <summary>The installation a command line names.</summary>
    /// <returns>Null when it names none.</returns>
    /// <exception cref="MisuseException">An option is not written as it must be, or has no meaning without a base URL.</exception>
    public RunTarget? Read(ParseResult parsed, ApiSpec spec)
    {
        if (parsed.GetValue(baseUrl) is not { } text)
        {
            RefuseWithoutBaseUrl(parsed);
            return null;
        }

        var url = HttpUrl.Read(baseUrl.Name, text);
        if (url.Query.Length > 0 || url.Fragment.Length > 0)
            throw new MisuseException(
                $"--base-url takes no query and no fragment, because the document's paths are appended; send a key with --api-key NAME=VALUE.");
        return new RunTarget
        {
            Environment = Environments[parsed.GetValue(environment) ?? "sandbox"],
            BaseUrl = url,
            Credentials = auth.Read(parsed, spec, url),
            OtherCredentials = other.Read(parsed, spec),
            Headers = [.. (parsed.GetValue(headers) ?? []).Select(Header)],
        };
    }

    private void RefuseWithoutBaseUrl(ParseResult parsed)
    {
        var ours = parsed.GetValue(environment) == Mock;
        IEnumerable<Option> about = [.. auth.Ways, .. other.Ways, .. ours ? [] : (Option[])[environment], headers];
        if (about.FirstOrDefault(option => parsed.GetResult(option) is not null) is { } option)
            throw new MisuseException(
                $"{option.Name} is about the API at --base-url URL, which is not given. The mock that is tested without it knows its own credentials.");
    }

    private static KeyValuePair<string, string> Header(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) throw new MisuseException("--header is written 'Name: value', with a colon between the two.");
        return new(text[..colon].Trim(), SecretText.Resolve(text[(colon + 1)..].Trim()));
    }
}
