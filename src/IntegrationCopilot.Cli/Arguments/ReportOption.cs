using System.CommandLine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>The kinds of reports.</summary>
internal enum ReportKind
{
    Text,
    Json,
    JUnit,
}

/// <summary>A report that is asked for.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">The file; <see cref="StandardOutput"/> for none.</param>
internal sealed record ReportRequest(ReportKind Kind, string Path)
{
    public const string StandardOutput = "-";

    public bool IsToStandardOutput => Path == StandardOutput;
}

/// <summary>Where the outcome of a run is written.</summary>
internal static class ReportOption
{
    public static Option<string[]> Create() =>
        new("--report") { HelpName = "KIND=PATH",
        Description = "Write a text, json or junit report to a file, or to standard output with '-'; may be repeated. By default text to standard output." };

    /// <summary>The reports a command line asks for, text on standard output when none of them goes there.</summary>
    /// <exception cref="MisuseException">A report is not written as it must be, cannot be written there, or two go to the same place.</exception>
    public static IReadOnlyList<ReportRequest> Read(IReadOnlyList<string> given)
    {
        var reports = given.Select(Read).ToList();
        if (reports.CountBy(report => Place(report.Path), StringComparer.Ordinal).FirstOrDefault(place => place.Value > 1).Key is { } twice)
            throw new MisuseException($"Two reports go to '{twice}'; give each a place of its own.");
        if (!reports.Exists(report => report.IsToStandardOutput)) reports.Add(new(ReportKind.Text, ReportRequest.StandardOutput));
        return reports;
    }

    private static ReportRequest Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var path = text[(equals + 1)..];
        if (equals <= 0 || path.Length == 0) throw new MisuseException($"--report is written KIND=PATH, for example junit=results.xml; '{text}' is not.");
        var report = new ReportRequest(Kind(text[..equals]), path);
        if (!report.IsToStandardOutput) OutputFiles.CheckFolder(path);
        return report;
    }

    private static ReportKind Kind(string name) => name switch
    {
        "text" => ReportKind.Text,
        "json" => ReportKind.Json,
        "junit" => ReportKind.JUnit,
        _ => throw new MisuseException($"There is no report of kind '{name}'; the kinds are text, json and junit."),
    };

    private static string Place(string path) => path == ReportRequest.StandardOutput ? path : Path.GetFullPath(path);
}
