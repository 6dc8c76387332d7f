using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Config;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>init</c>: writes the file of settings of a repository.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var spec = new Argument<string[]>("SPEC") { Arity = ArgumentArity.ZeroOrMore,
            Description = "The OpenAPI documents, paths or patterns; by default those that are found in this folder and beneath it." };
        var folder = new Option<string>("--folder") { HelpName = "DIR", Description = $"Where {ConfigFile.Name} is written. Default: this folder." };
        var force = new Option<bool>("--force") { Description = "Replace a file that is there." };
        var command = new Command("init", $"Write {ConfigFile.Name}, so that 'integration-copilot run' needs no options.") { spec, folder, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var into = parsed.GetValue(folder) ?? terminal.Folder;
            var path = Path.Combine(into, ConfigFile.Name);
            OutputFiles.CheckFolder(path);
            if (File.Exists(path) && !parsed.GetValue(force)) throw new MisuseException($"'{path}' is there already; --force replaces it.");
            var apis = await ReadAsync(Documents(parsed.GetValue(spec) ?? [], into), cancellationToken);
            await File.WriteAllTextAsync(path, ConfigTemplate.Of(apis.Select(api => (Path.GetRelativePath(into, api.Path), api.Spec))), cancellationToken);
            Tell(terminal, path, apis);
            return ExitCodes.Good;
        });
        return command;
    }

    private static List<string> Documents(string[] named, string folder)
    {
        List<string> documents = named.Length > 0 ? [.. named.SelectMany(SpecPattern.Resolve)] : [.. SpecSearch.In(folder)];
        return documents.Count > 0 ? documents : throw new MisuseException(
            $"No OpenAPI document was found in '{folder}' or {SpecSearch.Depth} folders beneath it; name it: integration-copilot init SPEC.");
    }

    private static async Task<List<(string Path, ApiSpec Spec)>> ReadAsync(List<string> documents, CancellationToken cancellationToken)
    {
        var apis = new List<(string, ApiSpec)>();
        foreach (var document in documents)
        {
            if (HttpUrl.Is(document) || document == SpecLoader.StandardInput)
                throw new MisuseException($"'{document}' is no file; write it into {ConfigFile.Name} by hand.");
            var read = await SpecLoader.LoadAsync(document, null, () => Stream.Null, cancellationToken);
            apis.Add((document, read.Spec ?? throw new MisuseException($"'{document}' is no OpenAPI document; 'integration-copilot inspect' says why.")));
        }

        return apis;
    }

    private static void Tell(Terminal terminal, string path, List<(string Path, ApiSpec Spec)> apis)
    {
        terminal.WriteLine($"{path} is written, about");
        foreach (var (document, spec) in apis) terminal.WriteLine($"  {document}: {spec.Title} {spec.Version}, {spec.Operations.Count} operations");
        terminal.WriteLine(
            "Now 'integration-copilot run' tests them, each against a mock of itself; add where the API is, and run it with '--environment sandbox'.");
    }
}
