using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run comes to: a sentence, and numbers by status.</summary>
internal static class SummaryLines
{
    public static IEnumerable<TextReportLine> Of(RunResult result)
    {
        yield return new(Sentence(result), Worst(result));
        yield return new(Numbers(result));
    }

    /// <summary>How much of the API breaks its description.</summary>
    public static string Sentence(RunResult result)
    {
        var broken = result.Defects.Where(defect => defect.Status == CaseStatus.Fail).ToList();
        var stopped = result.IsCancelled ? "Stopped before every case was done. " : "";
        if (!result.IsJudged) return $"{stopped}Nothing was judged: no case got an answer that says anything about the API.";
        if (broken.Count == 0) return $"{stopped}No operation breaks the description, as far as it was asked{Warnings(result)}.";
        var causes = Count(broken.Count, "cause", "causes");
        var operations = result.Coverage.Select(operation => operation.Operation).Intersect(broken.SelectMany(defect => defect.Operations)).Count();
        return operations == 0
            ? $"{stopped}The API breaks its description; {causes}."
            : Text($"{stopped}{operations} of {result.Coverage.Count} operations {(operations == 1 ? "breaks" : "break")} the description; {causes}.");
    }

    private static string Warnings(RunResult result) => result.Totals.Warn == 0 ? "" : $"; {Count(result.Totals.Warn, "case warns", "cases warn")}";

    private static CaseStatus Worst(RunResult result) => !result.IsJudged ? CaseStatus.Error
        : result.Totals.Fail > 0 ? CaseStatus.Fail : result.Totals.Warn > 0 ? CaseStatus.Warn : CaseStatus.Pass;

    private static string Numbers(RunResult result)
    {
        var totals = result.Totals;
        (int Count, string What)[] numbers = [(totals.Pass, "passed"), (totals.Fail, "failed"), (totals.Warn, "warned"),
            (totals.NoVerdict, "without a verdict"), (totals.Error, "not tested"), (totals.Skip, "skipped"), (totals.NotApplicable, "not applicable")];
        return Text($"{string.Join(", ", numbers.Select(number => Text($"{number.Count} {number.What}")))} ({result.Duration.TotalSeconds:0.0} s)");
    }

    private static string Count(int count, string one, string many) => Text($"{count} {(count == 1 ? one : many)}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
