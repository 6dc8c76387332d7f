using System.CommandLine;
using IntegrationCopilot.Cli.Input;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary><c>trace verify</c>: signature and chain of a trace file, offline.</summary>
internal static class TraceCommand
{
    public static Command Create(Terminal terminal) => new("trace", "Work with recorded traces.") { Verify(terminal) };

    private static Command Verify(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The trace file." };
        var keys = new Option<string[]>("--key-file") { Description = "A key the file may be signed with; may be repeated after a rotation.", Required = true };
        var command = new Command("verify", "Check every signature and the chain; names the first entry that does not hold.") { file, keys };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path)) throw new MisuseException($"There is no file '{path}'.");
            var known = new List<TraceKey>();
            foreach (var key in parsed.GetRequiredValue(keys)) known.Add(await KeyFiles.ReadAsync(key, cancellationToken));
            if (known.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() < known.Count)
                throw new MisuseException("Two of the keys have the same identifier; give each once.");
            await using var stream = File.OpenRead(path);
            return Answer(terminal, path, await TraceVerifier.VerifyAsync(stream, known, cancellationToken));
        });
        return command;
    }

    private static int Answer(Terminal terminal, string path, TraceVerification verification)
    {
        if (verification.FirstFault is not { } fault)
        {
            terminal.WriteLine($"{path}: {verification.EntryCount} traces, all signatures and the chain hold.");
            return ExitCodes.Good;
        }
        terminal.WriteLine($"{path}:{fault.Line}: {Name(fault.Kind)}{(fault.EntryId is { } id ? $", trace {id}" : "")}: {fault.Message}");
        terminal.WriteLine($"The {verification.EntryCount} traces before it hold.");
        return ExitCodes.Failed;
    }

    private static string Name(TraceFaultKind kind) => kind switch
    {
        TraceFaultKind.Changed => "changed",
        TraceFaultKind.Removed => "removed",
        TraceFaultKind.Reordered => "reordered",
        TraceFaultKind.Truncated => "truncated",
        TraceFaultKind.Inserted => "inserted",
        TraceFaultKind.UnknownKey => "unknown key",
        TraceFaultKind.NotClosed => "not closed",
        _ => "malformed",
    };
}
