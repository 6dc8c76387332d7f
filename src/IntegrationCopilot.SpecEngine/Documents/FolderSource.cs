namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives files beneath one folder and nothing else: no path or link leads out of it.</summary>
internal sealed class FolderSource
{
    private readonly string folder;
    private readonly int maxBytes;

    /// <param name="folder">Where files may be read.</param>
    /// <param name="maxBytes">Larger files are not read.</param>
    public FolderSource(string folder, int maxBytes)
    {
        this.folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.maxBytes = maxBytes;
    }

    /// <summary>The folder, as an absolute path.</summary>
    public string Name => folder;

    /// <summary>Whether a name is one of a file beneath the folder, be it there or not.</summary>
    public bool Covers(string name)
    {
        try
        {
            return IsBeneath(folder, Path.GetFullPath(name));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return false;
        }
    }

    public ReadOnlyMemory<byte>? Read(string name)
    {
        if (name.Contains(':') && Uri.TryCreate(name, UriKind.Absolute, out var uri) && !uri.IsFile) return null;
        try
        {
            var path = Path.GetFullPath(name);
            if (!IsBeneath(folder, path) || !StaysBeneath(path)) return null;
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > maxBytes) return null;
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether no link on the way leads out. The folder itself may be reached by one.</summary>
    private bool StaysBeneath(string path)
    {
        var current = folder;
        foreach (var part in Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar))
        {
            current = Path.Combine(current, part);
            FileSystemInfo entry = Directory.Exists(current) ? new DirectoryInfo(current) : new FileInfo(current);
            if (entry.LinkTarget is not null && (entry.ResolveLinkTarget(returnFinalTarget: true) is not { } target || !IsBeneath(folder, target.FullName)))
                return false;
        }
        return true;
    }

    private static bool IsBeneath(string folder, string path) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
