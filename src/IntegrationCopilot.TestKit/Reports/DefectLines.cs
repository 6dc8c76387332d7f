using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>A defect in lines of text.</summary>
internal static class DefectLines
{
    private const int MostNamed = 5;
    private const string Indent = "    ";

    /// <summary>A numbered paragraph.</summary>
    public static IEnumerable<TextReportLine> Of(Defect defect, int number, RunComparison? comparison)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{defect.Cases.Count} {(defect.Cases.Count == 1 ? "case" : "cases")}");
        yield return new("");
        var where = defect.Operations.Count == 0 ? "" : $"  {Few(defect.Operations)}";
        var heading = string.Create(CultureInfo.InvariantCulture,
            $"({number}) {defect.Status.ToWire()}{where}  {count}{Optional(defect)}{ComparisonLines.Word(defect, comparison)}");
        yield return new(heading, defect.Status);
        foreach (var line in Facts(defect)) yield return new(Indent + line) { HoldsCommand = line == Again(defect) };
        yield return new($"{Indent}{(defect.Cases.Count == 1 ? "case: " : "cases:")}  {Few([.. defect.Cases.Select(item => item.Id)])}");
    }

    private static string Optional(Defect defect) =>
        defect.Cases.All(item => item.Setting == SpecEngine.TestSetting.Optional) ? " (optional)" : "";

    /// <summary>Cause, ground, the request again, and what to do.</summary>
    public static IEnumerable<string> Facts(Defect defect)
    {
        yield return defect.Cause.Text;
        if (defect.Cause.Ground is { } ground) yield return $"ground: {ground}";
        if (Again(defect) is { } again) yield return again;
        if (defect.Cause.LeftOut is > 0 and var left)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"        (it shows without {left} more {(left == 1 ? "part" : "parts")} of what was sent)");
        yield return $"next:   {defect.NextStep}";
    }

    private static string? Again(Defect defect) => defect.Cause.Curl is { } curl ? $"again:  {curl}" : null;

    /// <summary>The first names, and how many more there are.</summary>
    public static string Few(IReadOnlyList<string> names)
    {
        var more = names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "";
        return string.Join(", ", names.Take(MostNamed)) + more;
    }
}
