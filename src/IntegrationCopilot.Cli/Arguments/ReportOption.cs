using System.CommandLine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>A report that is asked for.</summary>
/// <param name="Report">Its form.</param>
/// <param name="Path">The file; <see cref="StandardOutput"/> for none.</param>
internal sealed record ReportRequest(IRunReport Report, string Path)
{
    public const string StandardOutput = "-";

    public bool IsToStandardOutput => Path == StandardOutput;

    /// <summary>Whether it is the text that a person reads on the terminal.</summary>
    public bool IsForPeopleHere => IsToStandardOutput && Report is TextReport;
}

/// <summary>Where the outcome of a run is written.</summary>
internal static class ReportOption
{
    public static Option<string[]> Create() => new("--report")
    {
        HelpName = "KIND=PATH",
        Description = $"Write a report ({RunReports.Ids}) to a file, or to standard output with '-'; may be repeated. KIND= may be left out where the file's "
            + "ending tells. By default text to standard output.",
    };

    /// <summary>The reports a command line asks for, text on standard output when none of them goes there.</summary>
    /// <exception cref="MisuseException">A report is not written as it must be, cannot be written there, or two go to the same place.</exception>
    public static IReadOnlyList<ReportRequest> Read(IReadOnlyList<string> given)
    {
        var reports = given.Select(Read).ToList();
        if (reports.CountBy(report => Place(report.Path), StringComparer.Ordinal).FirstOrDefault(place => place.Value > 1).Key is { } twice)
            throw new MisuseException($"Two reports go to '{twice}'; give each a place of its own.");
        foreach (var report in reports.Where(report => !report.IsToStandardOutput)) OutputFiles.CheckFile(report.Path);
        if (!reports.Exists(report => report.IsToStandardOutput)) reports.Add(new(new TextReport(), ReportRequest.StandardOutput));
        return reports;
    }

    private static ReportRequest Read(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return new(RunReports.FindByPath(text) ?? throw Untold(text), text);
        if (equals == 0 || equals == text.Length - 1) throw Untold(text);
        return new(Kind(text[..equals]), text[(equals + 1)..]);
    }

    private static MisuseException Untold(string text)
    {
        var kind = RunReports.Find(text.Trim('=')) ?? new JUnitReport();
        return new($"--report is written KIND=PATH, for example {kind.Id}=results.{kind.Extension}; '{text}' is not, and its ending tells no kind.");
    }

    private static IRunReport Kind(string name) => RunReports.Find(name) ?? throw new MisuseException(
        $"There is no report of kind '{name}'; the kinds are {RunReports.Ids}. Did you mean '{Nearest.To(name, RunReports.All.Select(report => report.Id))}'?");

    private static string Place(string path) => path == ReportRequest.StandardOutput ? path : Path.GetFullPath(path);
}
