using System.CommandLine;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Where the traces of a run go, and what signs them.</summary>
internal sealed class TracesOptions
{
    private const string KeyEnding = ".key";

    private readonly Option<string> traces =
        new("--traces") { HelpName = "PATH", Description = "Record every exchange in a signed trace file; an existing one is continued." };
    private readonly Option<string> key =
        new("--traces-key") { HelpName = "FILE", Description = "The key that signs the traces, by default PATH.key; made when it is not there." };

    public void AddTo(Command command)
    {
        command.Add(traces);
        command.Add(key);
    }

    /// <summary>Opens the trace file a command line asks for.</summary>
    /// <returns>The writer, which the caller disposes; null when no traces are asked for.</returns>
    /// <exception cref="MisuseException">The file is not one that can be continued with the key, or cannot be written.</exception>
    public async Task<TraceWriter?> OpenAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var keyPath = parsed.GetValue(key);
        if (parsed.GetValue(traces) is not { } path)
            return keyPath is null ? null : throw new MisuseException("--traces-key signs the file of --traces PATH, which is not given.");
        OutputFiles.CheckFolder(path);
        try
        {
            return await TraceWriter.OpenAsync(path, await KeyAsync(terminal, path, keyPath ?? path + KeyEnding, cancellationToken),
                cancellationToken: cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new MisuseException($"'{path}' cannot be continued: {e.Message} Write to another file, or move this one away.");
        }
    }

    private static async Task<TraceKey> KeyAsync(Terminal terminal, string path, string keyPath, CancellationToken cancellationToken)
    {
        if (File.Exists(keyPath)) return await KeyFiles.ReadAsync(keyPath, cancellationToken);
        if (File.Exists(path) && new FileInfo(path).Length > 0)
            throw new MisuseException(
                $"'{path}' is there, but not the key it is signed with, '{keyPath}'. Name the key with --traces-key FILE, or write to another file.");
        OutputFiles.CheckFolder(keyPath);
        var made = TraceKey.Generate();
        await TraceKeyFile.CreateAsync(keyPath, made, cancellationToken);
        terminal.WriteErrorLine($"A new key that signs the traces is in '{keyPath}'; whoever has it can verify them, and forge them.");
        return made;
    }
}
