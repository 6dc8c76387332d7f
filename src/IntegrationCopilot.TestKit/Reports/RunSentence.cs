using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run came to, in one sentence without its full stop, for reports that begin with it.</summary>
internal static class RunSentence
{
    public static string Of(RunResult result)
    {
        if (result.Defects.Where(defect => defect.Status == CaseStatus.Fail).ToList() is { Count: > 0 } failing)
            return $"{Broken(result, failing)}; {Counted(failing.Count, "cause")}{News(result)}";
        if (!result.IsJudged) return "Nothing was judged: no case got an answer that says anything about the API";
        return $"No operation breaks the description, as far as it was asked{Warnings(result.Totals.Warn)}";
    }

    private static string Warnings(int count) => count == 0 ? "" : $"; {Counted(count, "case")} {(count == 1 ? "warns" : "warn")}";

    /// <summary>A number with its noun.</summary>
    public static string Counted(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static string Broken(RunResult result, List<Defect> failing)
    {
        var operations = failing.SelectMany(defect => defect.Operations).Distinct(StringComparer.Ordinal)
            .Intersect(result.Coverage.Select(operation => operation.Operation), StringComparer.Ordinal).Count();
        return operations == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{result.Totals.Fail:N0} of {result.Totals.Judged:N0} judged cases failed")
            : string.Create(CultureInfo.InvariantCulture,
                $"{operations:N0} of {Counted(result.Coverage.Count, "operation")} {(operations == 1 ? "breaks" : "break")} the description");
    }

    private static string News(RunResult result) => result.Comparison is not { } comparison ? ""
        : comparison.New.Count == 0 ? ", none of them new" : string.Create(CultureInfo.InvariantCulture, $", {comparison.New.Count} of them new");
}
