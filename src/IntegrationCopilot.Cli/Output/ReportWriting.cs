using System.CommandLine;
using System.Text;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli;

/// <summary>Writes the reports of a run to where they are wanted.</summary>
internal static class ReportWriting
{
    /// <param name="terminal">What <c>-</c> stands for.</param>
    /// <param name="parsed">The command line, which may turn colours off.</param>
    /// <param name="reports">What is wanted, and where.</param>
    /// <param name="result">The run.</param>
    /// <param name="brief">Whether the text on the terminal leaves out what <see cref="TextReport.Lines"/> may leave out.</param>
    public static async Task WriteAsync(Terminal terminal, ParseResult parsed, IReadOnlyList<ReportRequest> reports, RunResult result, bool brief)
    {
        foreach (var report in reports)
        {
            if (report.IsForPeopleHere) WriteText(terminal, parsed, result, brief);
            else await WriteAsync(terminal, report, result);
        }
    }

    private static void WriteText(Terminal terminal, ParseResult parsed, RunResult result, bool brief)
    {
        using var lines = terminal.Text(parsed);
        foreach (var line in TextReport.Lines(result, brief))
        {
            if (line.HoldsCommand) lines.Command(line.Text);
            else lines.Markup(line.Status is { } status ? $"[{StatusColours.Of(status)}]{PlainMarkup.Of(line.Text)}[/]" : PlainMarkup.Of(line.Text));
        }
    }

    private static async Task WriteAsync(Terminal terminal, ReportRequest report, RunResult result)
    {
        using var content = new MemoryStream();
        report.Report.Write(result, content);
        if (report.IsToStandardOutput) await terminal.Output.WriteAsync(Encoding.UTF8.GetString(content.ToArray()));
        else await File.WriteAllBytesAsync(report.Path, content.ToArray(), CancellationToken.None);
    }
}
