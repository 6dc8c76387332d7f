using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>The cases that nobody has to look at one by one: skipped, passed, not applicable.</summary>
internal static class FoldedLines
{
    private const int MostReasons = 12;
    private const int OnALine = 6;
    private const string NotApplicable = "not applicable; the JSON report has the reason of each";
    private const string Indent = "         ";

    public static IEnumerable<string> Of(IReadOnlyList<CaseResult> cases)
    {
        foreach (var line in Skipped([.. cases.Where(item => item.Status == CaseStatus.Skip)])) yield return line;
        foreach (var line in ByCategory("passed", [.. cases.Where(item => item.Status == CaseStatus.Pass)])) yield return line;
        foreach (var line in ByCategory(NotApplicable, [.. cases.Where(item => item.Status == CaseStatus.NotApplicable)])) yield return line;
    }

    /// <summary>By reason, what holds up most cases first.</summary>
    private static IEnumerable<string> Skipped(List<CaseResult> skipped)
    {
        if (skipped.Count == 0) yield break;
        yield return "";
        yield return "skipped";
        var reasons = skipped.GroupBy(item => item.Reason ?? "", StringComparer.Ordinal).OrderByDescending(reason => reason.Count()).ToList();
        foreach (var reason in reasons.Take(MostReasons))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {reason.Count(),5}  {reason.Key}");
            yield return $"{Indent}{DefectLines.Few([.. reason.Select(item => item.Operation ?? item.Name).Distinct(StringComparer.Ordinal)])}";
        }

        if (reasons.Count > MostReasons)
            yield return string.Create(CultureInfo.InvariantCulture, $"         and {reasons.Count - MostReasons} reasons more, each with fewer cases");
    }

    private static IEnumerable<string> ByCategory(string what, List<CaseResult> cases)
    {
        if (cases.Count == 0) yield break;
        var categories = cases.CountBy(item => item.Category, StringComparer.Ordinal)
            .Select(category => string.Create(CultureInfo.InvariantCulture, $"{category.Key} {category.Value}"));
        yield return "";
        yield return what;
        foreach (var line in categories.Chunk(OnALine)) yield return $"  {string.Join(", ", line)}";
    }
}
