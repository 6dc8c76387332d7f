using System.Globalization;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as markdown, for the summary of a GitHub step or a comment: one sentence, the causes, and the rest folded.</summary>
/// <remarks>
/// It stays below the 1 MiB that a step summary may have, and says what it left out. What documents and APIs say is text in it: no markup, no mention, no link.
/// </remarks>
public sealed class MarkdownReport : IRunReport
{
    private const int LongestText = 1_000;
    private const int LongestCurl = 4_000;
    private const int MostNamed = 20;

    /// <inheritdoc/>
    public string Id => "markdown";

    /// <inheritdoc/>
    public string Extension => "md";

    /// <inheritdoc/>
    public string MediaType => "text/markdown; charset=utf-8";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        var page = new MarkdownPage();
        page.Add($"### {Sign(result)} {MarkdownText.Of(RunSentence.Of(result))}");
        page.Add(About(result));
        page.Add(Totals(result.Totals));
        if (result.Comparison is { } comparison) page.Add(Since(comparison));
        var defects = result.Defects;
        page.AddWhatFits(defects.Index().Select(defect => Cause(defect.Item, defect.Index == 0, result.Comparison)), "cause");
        page.AddWhatFits([Categories(result)], "table of categories");
        if (result.Coverage.Count > 0) page.AddFolded(MarkdownText.Of(CoverageTitle(result.Coverage)), CoverageRows(result.Coverage));
        if (result.Missing.Count > 0) page.AddWhatFits([Missing(result.Missing)], "list of missing values");
        if (result.Left.Count > 0) page.AddFolded($"{RunSentence.Counted(result.Left.Count, "thing")} left behind", LeftRows(result.Left));
        page.WriteTo(output);
    }

    private static string Sign(RunResult result) => result switch
    {
        { Succeeded: true, Totals.Warn: 0 } => "✅",
        { Succeeded: true } => "⚠️",
        _ => "❌",
    };

    private static string About(RunResult result)
    {
        var version = result.Document is { Version.Length: > 0 } document ? $" {MarkdownText.Of(document.Version)}" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"**{MarkdownText.Of(result.Title)}**{version} against {MarkdownText.Of(result.Environment)} {MarkdownText.Code(result.BaseUrl)}, in {result.Duration.TotalSeconds:0.0} s{(result.IsCancelled ? ", stopped before its end" : "")}");
    }

    private static string Totals(RunTotals totals) => string.Create(CultureInfo.InvariantCulture,
        $"""
        | passed | failed | warned | without a verdict | not tested | skipped | not applicable |
        |--:|--:|--:|--:|--:|--:|--:|
        | {totals.Pass} | {totals.Fail} | {totals.Warn} | {totals.NoVerdict} | {totals.Error} | {totals.Skip} | {totals.NotApplicable} |
        """).ReplaceLineEndings("\n");

    private static string Since(RunComparison comparison) => string.Create(CultureInfo.InvariantCulture,
        $"Since the run of {comparison.Baseline.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {comparison.New.Count} new, {comparison.Still.Count} still there, {comparison.Mended.Count} mended, {comparison.Unjudged.Count} not judged.");

    private static string Cause(Defect defect, bool isOpen, RunComparison? comparison)
    {
        var cause = defect.Cause;
        var more = defect.Operations.Count > 1 ? $" and {defect.Operations.Count - 1} more" : "";
        var where = defect.Operations.Count == 0 ? "" : $" {MarkdownText.Code(defect.Operations[0])}{more}";
        var text = new StringBuilder($"<details{(isOpen ? " open" : "")}><summary>{SignOf(defect.Status)} <b>{Short(cause.Text)}</b>{where}, ");
        text.Append(RunSentence.Counted(defect.Cases.Count, "case")).Append(ComparisonLines.Word(defect, comparison)).Append("</summary>\n\n");
        if (cause.Place is { Line: > 0 } place)
            text.Append(CultureInfo.InvariantCulture, $"- **Where**: {MarkdownText.Code($"{place.Document}:{place.Line}")}\n");
        if (cause.Ground is { } ground) text.Append(CultureInfo.InvariantCulture, $"- **Ground**: {Short(ground)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Next**: {Short(defect.NextStep)}\n");
        text.Append(CultureInfo.InvariantCulture, $"- **Cases**: {Few(defect.Cases.Select(item => item.Id))}\n");
        if (defect.Operations.Count > 1) text.Append(CultureInfo.InvariantCulture, $"- **Operations**: {Few(defect.Operations)}\n");
        if (cause.Curl is { } curl) text.Append('\n').Append(MarkdownText.Block(curl, LongestCurl)).Append('\n');
        return text.Append("\n</details>").ToString();
    }

    private static string SignOf(CaseStatus status) => status switch
    {
        CaseStatus.Fail => "❌",
        CaseStatus.Warn => "⚠️",
        CaseStatus.NoVerdict => "❔",
        _ => "🚫",
    };

    private static string Short(string text) => MarkdownText.Of(text.Length > LongestText ? text[..LongestText] + "…" : text);

    private static string Few(IEnumerable<string> names)
    {
        var all = names.ToList();
        var shown = string.Join(", ", all.Take(MostNamed).Select(MarkdownText.Code));
        return all.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {all.Count - MostNamed:N0} more") : shown;
    }

    private static string Categories(RunResult result)
    {
        var text = new StringBuilder("<details><summary>By category</summary>\n\n");
        text.Append("| category | passed | failed | warned | without a verdict | not tested | skipped | not applicable |\n|:--|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var (category, totals, _) in result.Categories)
            text.Append(CultureInfo.InvariantCulture,
                $"| {MarkdownText.Of(category)} | {totals.Pass} | {totals.Fail} | {totals.Warn} | {totals.NoVerdict} | {totals.Error} | {totals.Skip} | {totals.NotApplicable} |\n");
        return text.Append("\n</details>").ToString();
    }

    private static string CoverageTitle(IReadOnlyList<OperationCoverage> coverage) => string.Create(CultureInfo.InvariantCulture,
        $"{coverage.Count(operation => operation.Reach == OperationReach.Succeeded):N0} of {RunSentence.Counted(coverage.Count, "operation")} answered with 2xx");

    private static IEnumerable<string> CoverageRows(IReadOnlyList<OperationCoverage> coverage)
    {
        yield return "| operation | reached | requests | answers |\n|:--|:--|--:|:--|";
        foreach (var operation in coverage)
        {
            var answers = string.Join(", ",
                operation.Answers.Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Status} × {answer.Count}")));
            var reach = operation.Reach switch { OperationReach.Succeeded => "2xx", OperationReach.Reached => "no 2xx", _ => "never" };
            yield return string.Create(CultureInfo.InvariantCulture,
                $"| {MarkdownText.Code(operation.Operation)} | {reach} | {operation.Requests} | {answers} |");
        }
    }

    private static string Missing(IReadOnlyList<MissingValue> missing) =>
        $"<details><summary>{RunSentence.Counted(missing.Count, "value")} not given; with {(missing.Count == 1 ? "it" : "them")} more can be tested</summary>\n\n"
            + $"{MarkdownText.Block(string.Join('\n', MissingLines.Of(missing).Select(line => line.TrimStart()).Where(line => line.StartsWith("--", StringComparison.Ordinal))), LongestCurl)}\n\n</details>";

    private static IEnumerable<string> LeftRows(IReadOnlyList<LeftThing> left)
    {
        yield return "| operation | thing | why it is still there |\n|:--|:--|:--|";
        foreach (var thing in left)
            yield return $"| {MarkdownText.Code(thing.Operation)} | {(thing.Identifier is { } name ? MarkdownText.Code(name) : "")} | {Short(thing.Reason)} |";
    }
}
