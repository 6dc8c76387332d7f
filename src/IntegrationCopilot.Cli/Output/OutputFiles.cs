namespace IntegrationCopilot.Cli;

/// <summary>Files a command writes.</summary>
internal static class OutputFiles
{
    /// <summary>Finds out before long work whether a file can be written where it is wanted.</summary>
    /// <exception cref="MisuseException">It cannot.</exception>
    public static void CheckFolder(string path)
    {
        if (Directory.Exists(path)) throw new MisuseException($"'{path}' is a folder; name a file in it.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new MisuseException($"There is no folder '{folder}' to write '{Path.GetFileName(path)}' to.");
    }
}
