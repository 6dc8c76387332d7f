using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>What is new since an earlier run, in lines of text.</summary>
internal static class ComparisonLines
{
    /// <summary>A word for a defect of this run: new, still there, or both in different cases.</summary>
    public static string Word(Defect defect, RunComparison? comparison)
    {
        if (comparison is null) return "";
        var isNew = comparison.New.Any(other => other.Id == defect.Id);
        return !isNew ? "  known" : comparison.Still.Any(other => other.Id == defect.Id) ? "  new in some cases" : "  new";
    }

    public static IEnumerable<string> Of(RunComparison? comparison)
    {
        if (comparison is null) yield break;
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"since the run of {comparison.Baseline.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        yield return string.Create(CultureInfo.InvariantCulture,
            $"  {comparison.New.Count} new, {comparison.Still.Count} still there, {comparison.Mended.Count} mended, ")
            + string.Create(CultureInfo.InvariantCulture, $"{comparison.Unjudged.Count} of which this run says nothing");
        foreach (var defect in comparison.Mended) yield return $"  mended: {Told(defect)}";
        foreach (var defect in comparison.Unjudged) yield return $"  not judged this time: {Told(defect)}";
    }

    private static string Told(BaselineDefect defect) => $"{(defect.Operations.Count == 0 ? "" : $"{DefectLines.Few(defect.Operations)}: ")}{defect.Cause}";
}
