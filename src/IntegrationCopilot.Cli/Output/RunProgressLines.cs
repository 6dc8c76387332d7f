using System.CommandLine;
using IntegrationCopilot.TestKit;
using Spectre.Console;

namespace IntegrationCopilot.Cli;

/// <summary>How far a run has come, on standard error: a bar for people, now and then a line for logs.</summary>
internal static class RunProgressLines
{
    /// <summary>How many lines a log gets of a run, at most.</summary>
    private const int Lines = 10;

    public static async Task<RunResult> ShowAsync(Terminal terminal, ParseResult parsed, RunTarget target, Func<IProgress<RunProgress>, Task<RunResult>> run)
    {
        terminal.WriteErrorLine($"Testing {target}");
        if (!terminal.IsInteractive) return await run(new Listener(progress => WriteLine(terminal, progress)));
        var bar = terminal.Progress(parsed).Progress().AutoClear(true);
        return await bar.StartAsync(async context =>
        {
            var task = context.AddTask("cases");
            return await run(new Listener(progress => task.MaxValue(Math.Max(1, progress.Total)).Value(progress.Done)));
        });
    }

    private static void WriteLine(Terminal terminal, RunProgress progress)
    {
        if (progress.Done > 0 && progress.Done * Lines / progress.Total > (progress.Done - 1) * Lines / progress.Total)
            terminal.WriteErrorLine($"{progress.Done} of {progress.Total} cases done");
    }

    /// <summary>Calls at once, unlike <see cref="Progress{T}"/>, so that no line comes after the end.</summary>
    private sealed class Listener(Action<RunProgress> hear) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => hear(value);
    }
}
