using System.Text;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli;

/// <summary>Writes the reports of a run to where they are wanted.</summary>
internal static class ReportWriting
{
    public static async Task WriteAsync(Terminal terminal, IReadOnlyList<ReportRequest> reports, RunResult result)
    {
        foreach (var (report, path) in reports)
        {
            using var content = new MemoryStream();
            report.Write(result, content);
            if (path == ReportRequest.StandardOutput) await terminal.Output.WriteAsync(Encoding.UTF8.GetString(content.ToArray()));
            else await File.WriteAllBytesAsync(path, content.ToArray(), CancellationToken.None);
        }
    }
}
