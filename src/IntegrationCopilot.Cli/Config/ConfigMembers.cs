using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Config;

/// <summary>Which option of the command line each member of a <see cref="ConfigFile"/> stands for.</summary>
internal static class ConfigMembers
{
    private static readonly ConfigMember Values = new("values", "--var", ConfigKind.Named);

    public static IReadOnlyList<ConfigMember> OfApi { get; } =
    [
        new("root", "--root", ConfigKind.Path),
        new("profile", "--profile", ConfigKind.Path),
        new("suite", "--suite", ConfigKind.Path),
        new("baseline", "--baseline", ConfigKind.Path),
        new("failOn", "--fail-on", ConfigKind.Text),
        new("seed", "--seed", ConfigKind.Text),
        new("budget", "--budget", ConfigKind.Text),
        new("timeout", "--timeout", ConfigKind.Text),
        new("maxConcurrency", "--max-concurrency", ConfigKind.Text),
        new("only", "--only", ConfigKind.Texts),
        new("exclude", "--exclude", ConfigKind.Texts),
        Values,
        new("bodies", "--body", ConfigKind.NamedPath),
        new("reports", "--report", ConfigKind.NamedPath),
        new("traces", "--traces", ConfigKind.Path),
    ];

    public static IReadOnlyList<ConfigMember> OfEnvironment { get; } =
    [
        new("baseUrl", "--base-url", ConfigKind.Text),
        new("credentials", "--api-key", ConfigKind.Named),
        new("oauth2/client", "--oauth2", ConfigKind.Text),
        new("oauth2/tokenUrl", "--token-url", ConfigKind.Text),
        new("oauth2/scopes", "--scope", ConfigKind.Texts),
        new("otherCredentials", "--other-api-key", ConfigKind.Text),
        new("headers", "--header", ConfigKind.Named),
        Values,
        new("hosts", "--host", ConfigKind.Texts),
        new("allowWrites", "--allow-writes", ConfigKind.Flag),
        new("allow", "--allow", ConfigKind.Texts),
        new("provokeLimits", "--provoke-limits", ConfigKind.Flag),
    ];
}

/// <summary>How a member of the file is written.</summary>
internal enum ConfigKind
{
    Flag,
    Text,
    Path,
    Texts,
    Named,
    NamedPath,
}

/// <summary>A member of the file.</summary>
/// <param name="Path">Its name, after those of the objects it is in, parted by slashes.</param>
/// <param name="Option">The option it stands for.</param>
/// <param name="Kind">How it is written.</param>
internal sealed record ConfigMember(string Path, string Option, ConfigKind Kind)
{
    private const string FromFile = "file:";

    /// <summary>What a file says; nothing when it does not have the member.</summary>
    public IEnumerable<ConfiguredOption> Read(RawNode holder, ConfiguredApi api)
    {
        var node = Path.Split('/').Aggregate(holder, (at, name) => at[name]);
        if (!node.IsDefined) return [];
        return Kind switch
        {
            ConfigKind.Flag => node.GetBoolean() == true ? [new(Option, null, null)] : [],
            ConfigKind.Text => [new(Option, null, Text(node, api))],
            ConfigKind.Path => [new(Option, null, api.PathOf(Text(node, api)))],
            ConfigKind.Texts => node.Children.Select(item => new ConfiguredOption(Option, null, Text(item, api))),
            ConfigKind.Named => node.Children.Select(item => new ConfiguredOption(Option, item.Name, Text(item, api))),
            _ => node.Children.Select(item => new ConfiguredOption(Option, item.Name, api.PathOf(Text(item, api)))),
        };
    }

    /// <summary>A text as written; the file of a secret is looked for beside the file of settings.</summary>
    private static string Text(RawNode node, ConfiguredApi api)
    {
        var text = node.GetScalarText() ?? "";
        return text.StartsWith(FromFile, StringComparison.Ordinal) ? FromFile + api.PathOf(text[FromFile.Length..]) : text;
    }
}
