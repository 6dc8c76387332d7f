namespace IntegrationCopilot.TestKit;

/// <summary>The reports that come with the package. A new one is its file and a line here.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class RunReports
{
    /// <summary>Each of them, in the order in which people are told of them.</summary>
    public static IReadOnlyList<IRunReport> All { get; } =
    [
        new TextReport(),
        new JsonReport(),
        new JUnitReport(),
        new CtrfReport(),
        new SarifReport(),
        new HarReport(),
        new MarkdownReport(),
        new HtmlReport(),
    ];

    /// <summary>The ids, as a sentence lists them: <c>text, json and junit</c>.</summary>
    public static string Ids => $"{string.Join(", ", All.Take(All.Count - 1).Select(report => report.Id))} and {All[^1].Id}";

    /// <summary>The report of an id; null when there is none of it. Letter case does not matter.</summary>
    /// <param name="id">The id.</param>
    public static IRunReport? Find(string? id) => All.FirstOrDefault(report => string.Equals(report.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The report whose files end as a path does, the longest ending first; null when none does. Letter case does not matter.</summary>
    /// <param name="path">A path or the name of a file.</param>
    public static IRunReport? FindByPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return All.Where(report => path.EndsWith($".{report.Extension}", StringComparison.OrdinalIgnoreCase)).MaxBy(report => report.Extension.Length);
    }
}
