using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Config;

/// <summary>An API of a <see cref="ConfigFile"/>.</summary>
/// <param name="node">What the file says of it.</param>
/// <param name="folder">What its paths are relative to.</param>
internal sealed class ConfiguredApi(RawNode node, string folder)
{
    /// <summary>The document: a full path, or a URL.</summary>
    public string Document => node["document"].GetString() is { } document && HttpUrl.Is(document) ? document : PathOf(node["document"].GetString() ?? "");

    /// <summary>The folder whose files the document may refer to; null for the one it is in.</summary>
    public string? Root => node["root"].GetString() is { } root ? PathOf(root) : null;

    /// <summary>Which environment is tested when the command line does not say.</summary>
    public string Environment => node["environment"].GetString() ?? TargetOptions.Mock;

    /// <summary>What the file says as options of <c>run</c>, for an environment.</summary>
    /// <param name="environment">Its name.</param>
    /// <param name="withTarget">Whether the API is the one of the file, and not one that the command line names.</param>
    /// <exception cref="MisuseException">The file does not tell where that environment is.</exception>
    public IReadOnlyList<ConfiguredOption> Options(string environment, bool withTarget)
    {
        var options = ConfigMembers.OfApi.SelectMany(member => member.Read(node, this)).ToList();
        var target = node["environments"][environment];
        if (!withTarget || (!target.IsDefined && environment == TargetOptions.Mock)) return options;
        if (!target.IsDefined) throw NoEnvironment(environment);
        var there = ConfigMembers.OfEnvironment.SelectMany(member => member.Read(target, this)).ToList();
        options.RemoveAll(option => option.Key is not null && there.Exists(other => other.IsFor(option)));
        return [.. options, .. there, new("--environment", null, environment)];
    }

    /// <summary>A path that the file names.</summary>
    public string PathOf(string text) => Path.GetFullPath(Path.Combine(folder, text));

    private MisuseException NoEnvironment(string environment)
    {
        var at = node.Location;
        return new($"{at.Document}:{at.Line}:{at.Column}: there is no environment '{environment}' here; add it beneath 'environments', with its 'baseUrl'.");
    }
}
