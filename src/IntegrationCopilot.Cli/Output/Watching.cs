using IntegrationCopilot.Cli.Input;

namespace IntegrationCopilot.Cli;

/// <summary>Does something again whenever files change.</summary>
internal static class Watching
{
    /// <summary>Editors write a file in several steps: a change is complete when nothing changed for so long.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>Works at once, and after each change, until it is cancelled, which is how it ends.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="changes">What changes.</param>
    /// <param name="work">What is done; what it complains of is told, and does not end the watching.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RepeatAsync(Terminal terminal, FileChanges changes, Func<Task<int>> work, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await WorkAsync(terminal, work);
            terminal.WriteErrorLine("Waiting for a change. Stop with Ctrl+C.");
            try
            {
                terminal.WriteErrorLine($"{await changes.NextAsync(Quiet, cancellationToken)} changed.");
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return ExitCodes.Good;
    }

    private static async Task WorkAsync(Terminal terminal, Func<Task<int>> work)
    {
        try
        {
            await work();
        }
        catch (MisuseException misuse)
        {
            foreach (var message in misuse.Messages) terminal.WriteErrorLine(message);
        }
        catch (IOException unreadable)
        {
            terminal.WriteErrorLine(unreadable.Message);
        }
    }
}
