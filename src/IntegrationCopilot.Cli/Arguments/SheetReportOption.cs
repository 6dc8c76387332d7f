using System.CommandLine;
using System.Text;
using IntegrationCopilot.Cli.Sheets;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Where the findings of a command are written, besides standard output.</summary>
/// <param name="kinds">The forms that it has.</param>
internal sealed class SheetReportOption(params SheetReport[] kinds)
{
    private const string StandardOutput = "-";

    private readonly Option<string[]> option = new("--report")
    {
        HelpName = "KIND=PATH",
        Description = $"Write a report ({string.Join(", ", kinds.Select(kind => kind.Id))}) to a file, or to standard output with '-' instead of the answer "
            + "there; may be repeated. KIND= may be left out where the file's ending tells.",
    };

    public void AddTo(Command command) => command.Add(option);

    /// <returns>The reports and where they go.</returns>
    /// <exception cref="MisuseException">A report is not written as it must be, is not had, cannot be written there, or two go to the same place.</exception>
    public IReadOnlyList<(SheetReport Report, string Path)> Read(ParseResult parsed)
    {
        var reports = (parsed.GetValue(option) ?? []).Select(Read).ToList();
        if (reports.CountBy(report => report.Path, StringComparer.Ordinal).FirstOrDefault(place => place.Value > 1).Key is { } twice)
            throw new MisuseException($"Two reports go to '{twice}'; give each a place of its own.");
        foreach (var (_, path) in reports.Where(report => report.Path != StandardOutput)) OutputFiles.CheckFile(path);
        return reports;
    }

    /// <summary>Writes what is wanted.</summary>
    /// <returns>Whether standard output has its answer with that.</returns>
    public static async Task<bool> WriteAsync(Terminal terminal, IReadOnlyList<(SheetReport Report, string Path)> reports, Sheet sheet)
    {
        foreach (var (report, path) in reports)
        {
            using var content = new StringWriter { NewLine = "\n" };
            report.Write(sheet, content);
            if (path == StandardOutput) await terminal.Output.WriteAsync(content.ToString());
            else await File.WriteAllTextAsync(path, content.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CancellationToken.None);
        }

        return reports.Any(report => report.Path == StandardOutput);
    }

    private (SheetReport Report, string Path) Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && equals < text.Length - 1) return (Kind(text[..equals]), PathOf(text[(equals + 1)..]));
        var byEnding = equals < 0 ? Array.Find(kinds, kind => text.EndsWith($".{kind.Extension}", StringComparison.OrdinalIgnoreCase)) : null;
        return (byEnding ?? throw new MisuseException(
            $"--report is written KIND=PATH, for example {kinds[0].Id}=findings.{kinds[0].Extension}; '{text}' is not, and its ending tells no kind."),
            PathOf(text));
    }

    private SheetReport Kind(string name) => Array.Find(kinds, kind => kind.Id.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new MisuseException(
        $"There is no report of kind '{name}' here; the kinds are {string.Join(", ", kinds.Select(kind => kind.Id))}."
        + (RunReports.Find(name) is null ? "" : $" '{name}' shows cases of a run, and 'run' writes it."));

    private static string PathOf(string path) => path == StandardOutput ? path : Path.GetFullPath(path);
}
