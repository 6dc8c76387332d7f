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

    private static string Sentence(RunResult result) => $"{(result.IsCancelled ? "Stopped before every case was done. " : "")}{RunSentence.Of(result)}.";

    private static CaseStatus Worst(RunResult result) => !result.IsJudged ? CaseStatus.Error
        : result.Totals.Fail > 0 ? CaseStatus.Fail : result.Totals.Warn > 0 ? CaseStatus.Warn : CaseStatus.Pass;

    private static string Numbers(RunResult result)
    {
        var totals = result.Totals;
        (int Count, string What)[] numbers = [(totals.Pass, "passed"), (totals.Fail, "failed"), (totals.Warn, "warned"),
            (totals.NoVerdict, "without a verdict"), (totals.Error, "not tested"), (totals.Skip, "skipped"), (totals.NotApplicable, "not applicable")];
        return Text($"{string.Join(", ", numbers.Select(number => Text($"{number.Count} {number.What}")))} ({result.Duration.TotalSeconds:0.0} s)");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
