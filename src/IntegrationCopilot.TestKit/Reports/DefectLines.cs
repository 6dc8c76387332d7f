using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>A defect in lines of text.</summary>
internal static class DefectLines
{
    private const int MostNamed = 5;
    private const string Indent = "      ";

    /// <summary>A numbered paragraph.</summary>
    public static IEnumerable<string> Of(Defect defect, int number)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{defect.Cases.Count} {(defect.Cases.Count == 1 ? "case" : "cases")}");
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture,
            $"  ({number}) {defect.Status.ToWire()}{(defect.Operations.Count == 0 ? "" : $"  {Few(defect.Operations)}")}  {count}");
        foreach (var line in Facts(defect)) yield return Indent + line;
        yield return $"{Indent}cases:  {Few([.. defect.Cases.Select(item => item.Id)])}";
    }

    /// <summary>Cause, ground, the request again, and what to do.</summary>
    public static IEnumerable<string> Facts(Defect defect)
    {
        yield return defect.Cause.Text;
        if (defect.Cause.Ground is { } ground) yield return $"ground: {ground}";
        if (defect.Cause.Curl is { } curl) yield return $"again:  {curl}";
        yield return $"next:   {defect.NextStep}";
    }

    private static string Few(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {names.Count - MostNamed} more") : "")}";
}
