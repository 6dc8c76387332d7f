using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>A defect in lines of text.</summary>
internal static class DefectLines
{
    private const int MostNamed = 5;
    private const string Indent = "      ";

    /// <summary>A numbered paragraph.</summary>
    public static IEnumerable<string> Of(Defect defect, int number, RunComparison? comparison)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{defect.Cases.Count} {(defect.Cases.Count == 1 ? "case" : "cases")}");
        yield return "";
        var where = defect.Operations.Count == 0 ? "" : $"  {Few(defect.Operations)}";
        yield return string.Create(CultureInfo.InvariantCulture,
            $"  ({number}) {defect.Status.ToWire()}{where}  {count}{ComparisonLines.Word(defect, comparison)}");
        foreach (var line in Facts(defect)) yield return Indent + line;
        yield return $"{Indent}cases:  {Few([.. defect.Cases.Select(item => item.Id)])}";
    }

    /// <summary>Cause, ground, the request again, and what to do.</summary>
    public static IEnumerable<string> Facts(Defect defect)
    {
        yield return defect.Cause.Text;
        if (defect.Cause.Ground is { } ground) yield return $"ground: {ground}";
        if (defect.Cause.Curl is { } curl) yield return $"again:  {curl}";
        if (defect.Cause.LeftOut is > 0 and var left)
            yield return string.Create(CultureInfo.InvariantCulture, $"        (it shows without {left} more {(left == 1 ? "part" : "parts")} of what was sent)");
        yield return $"next:   {defect.NextStep}";
    }

    /// <summary>The first names, and how many more there are.</summary>
    public static string Few(IReadOnlyList<string> names)
    {
        var more = names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "";
        return string.Join(", ", names.Take(MostNamed)) + more;
    }
}
