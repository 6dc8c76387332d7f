using System.Threading.Channels;

namespace IntegrationCopilot.Cli.Input;

/// <summary>Tells which of some files changed.</summary>
internal sealed class FileChanges : IDisposable
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml"];

    private readonly Channel<string> changed = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> watchers;
    private readonly HashSet<string> files;
    private readonly HashSet<string> written;

    /// <param name="files">Full paths; whatever lies beside or beneath them in JSON or YAML counts too, since a document may refer to it.</param>
    /// <param name="written">Full paths of what we write ourselves, which does not count.</param>
    public FileChanges(IReadOnlyList<string> files, IEnumerable<string> written)
    {
        this.files = [.. files];
        this.written = [.. written];
        watchers = [.. files.Select(file => Path.GetDirectoryName(file)!).Where(Directory.Exists).Distinct(StringComparer.Ordinal).Select(Watch)];
    }

    /// <summary>The next file that changes, when nothing has changed for some time after it.</summary>
    public async Task<string> NextAsync(TimeSpan quiet, CancellationToken cancellationToken)
    {
        var first = await changed.Reader.ReadAsync(cancellationToken);
        do
        {
            while (changed.Reader.TryRead(out _)) { }
            await Task.Delay(quiet, TimeProvider.System, cancellationToken);
        }
        while (changed.Reader.TryPeek(out _));
        return first;
    }

    public void Dispose() => watchers.ForEach(watcher => watcher.Dispose());

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, change) => Add(change.FullPath);
        watcher.Created += (_, change) => Add(change.FullPath);
        watcher.Deleted += (_, change) => Add(change.FullPath);
        watcher.Renamed += (_, change) => Add(change.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Add(string path)
    {
        if (written.Contains(path)) return;
        if (files.Contains(path) || (!IsBuilt(path) && Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)))
            changed.Writer.TryWrite(path);
    }

    /// <summary>Builds and tools write files of their own all the time.</summary>
    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or ".git");
}
