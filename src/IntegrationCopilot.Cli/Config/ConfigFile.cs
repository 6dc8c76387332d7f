using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Config;

/// <summary>A repository's settings: what is run there, where, and with what.</summary>
/// <param name="Path">The file.</param>
/// <param name="Apis">Its APIs in the order of the file, one or more.</param>
internal sealed record ConfigFile(string Path, IReadOnlyList<ConfiguredApi> Apis)
{
    /// <summary>How the file is called.</summary>
    public const string Name = "integration-copilot.yaml";

    /// <summary>The file of a folder, or of the nearest folder above it; null when there is none.</summary>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = System.IO.Path.Combine(at.FullName, Name);
            if (File.Exists(path)) return path;
        }

        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="MisuseException">There is none, or it is not one; each mistake with line and column.</exception>
    public static ConfigFile Read(string path)
    {
        if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'. 'integration-copilot init' writes one.");
        var read = RawDocumentReader.Read(File.ReadAllBytes(path), path);
        if (read.Document is not { } document) throw new MisuseException([.. read.Problems.Select(problem => problem.ToString())]);
        var mistakes = ConfigSchema.MistakesIn(document);
        if (mistakes.Count > 0) throw new MisuseException(mistakes);
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        return new(path, [.. document.Root["apis"].Children.Select(api => new ConfiguredApi(api, folder))]);
    }
}
