namespace IntegrationCopilot.Cli;

/// <summary>Files a command writes.</summary>
internal static class OutputFiles
{
    private const string Devices = "/dev/";

    /// <summary>Finds out before long work whether there is a folder for a file that is wanted.</summary>
    /// <exception cref="MisuseException">There is none.</exception>
    public static void CheckFolder(string path)
    {
        if (Directory.Exists(path)) throw new MisuseException($"'{path}' is a folder; name a file in it.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder)) throw new MisuseException($"There is no folder '{folder}' to write '{Path.GetFileName(path)}' to.");
    }

    /// <summary>
    /// Finds out before long work whether a file can be written where it is wanted, and leaves what is there as it is. Devices and the pipes of a shell, which
    /// are opened once only, are taken on trust.
    /// </summary>
    /// <exception cref="MisuseException">It cannot.</exception>
    public static void CheckFile(string path)
    {
        CheckFolder(path);
        if (Path.GetFullPath(path).StartsWith(Devices, StringComparison.Ordinal)) return;
        try
        {
            var isThere = File.Exists(path);
            using (File.Open(path, FileMode.OpenOrCreate, FileAccess.Write)) { }
            if (!isThere) File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"'{path}' cannot be written: {e.Message}");
        }
    }
}
