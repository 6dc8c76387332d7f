using System.Text;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli;

/// <summary>Writes the reports of a run to where they are wanted.</summary>
internal static class ReportWriting
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(Terminal terminal, IReadOnlyList<ReportRequest> reports, RunResult result)
    {
        foreach (var report in reports)
        {
            var content = Content(report.Kind, result);
            if (report.IsToStandardOutput) await terminal.Output.WriteAsync(Utf8.GetString(content));
            else await File.WriteAllBytesAsync(report.Path, content, CancellationToken.None);
        }
    }

    private static byte[] Content(ReportKind kind, RunResult result)
    {
        using var content = new MemoryStream();
        if (kind == ReportKind.Json) JsonReport.Write(result, content);
        else if (kind == ReportKind.JUnit) JUnitReport.Write(result, content);
        else WriteText(result, content);
        if (kind != ReportKind.Text) content.Write("\n"u8);
        return content.ToArray();
    }

    private static void WriteText(RunResult result, MemoryStream content)
    {
        using var writer = new StreamWriter(content, Utf8, leaveOpen: true) { NewLine = "\n" };
        TextReport.Write(result, writer);
    }
}
