using System.Globalization;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as plain text for a terminal or a log.</summary>
/// <remarks>What the document and the API say is made harmless by <see cref="HarmlessText"/>, and begins no line of its own.</remarks>
public sealed class TextReport : IRunReport
{
    private const int MostNamed = 5;

    /// <inheritdoc/>
    public string Id => "text";

    /// <inheritdoc/>
    public string Extension => "txt";

    /// <inheritdoc/>
    public string MediaType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Write(result, writer);
    }

    /// <summary>Writes the report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RunResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var line in Lines(result)) output.WriteLine(HarmlessText.OneLine(line));
    }

    /// <summary>The closing line: numbers by status and the time taken.</summary>
    public static string Summary(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var totals = result.Totals;
        var time = result.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{totals.Pass} passed, {totals.Fail} failed, {totals.Warn} warned, {totals.NoVerdict} without a verdict, {totals.Error} not tested, "
            + $"{totals.Skip} skipped, {totals.NotApplicable} not applicable ({time} s)";
    }

    private static IEnumerable<string> Lines(RunResult result)
    {
        yield return $"{result.Title} against {result.Environment} {result.BaseUrl}";
        var defects = result.Defects;
        var numbers = NumbersOf(defects);
        foreach (var category in result.Cases.GroupBy(c => c.Category, StringComparer.Ordinal))
        {
            yield return "";
            yield return category.Key;
            foreach (var line in category.SelectMany(item => Lines(item, numbers.GetValueOrDefault(item)))) yield return line;
        }

        if (defects.Count > 0) yield return "";
        if (defects.Count > 0) yield return "what did not pass, each with its cause";
        foreach (var line in defects.Index().SelectMany(defect => DefectLines.Of(defect.Item, defect.Index + 1, result.Comparison))) yield return line;
        foreach (var line in ComparisonLines.Of(result.Comparison)) yield return line;
        foreach (var line in CoverageLines.Of(result.Coverage)) yield return line;
        foreach (var line in Left(result.Left)) yield return line;
        foreach (var line in MissingLines.Of(result.Missing)) yield return line;
        yield return "";
        yield return Summary(result);
    }

    private static Dictionary<CaseResult, int> NumbersOf(IReadOnlyList<Defect> defects)
    {
        var numbers = new Dictionary<CaseResult, int>(ReferenceEqualityComparer.Instance);
        foreach (var (index, defect) in defects.Index())
            foreach (var item in defect.Cases) numbers[item] = index + 1;
        return numbers;
    }

    private static IEnumerable<string> Left(IReadOnlyList<LeftThing> left)
    {
        if (left.Count == 0) yield break;
        yield return "";
        yield return "left behind";
        foreach (var group in left.GroupBy(thing => (thing.Operation, thing.Reason)))
        {
            var names = group.Select(thing => thing.Identifier).OfType<string>().ToList();
            var named = names.Count == 0 ? "" : $" ({string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? ", …" : "")})";
            yield return $"  {group.Count()} of {group.Key.Operation}{named}";
            yield return $"                 {group.Key.Reason}";
        }
    }

    private static IEnumerable<string> Lines(CaseResult item, int defect)
    {
        var optional = item is { Setting: SpecEngine.TestSetting.Optional, Status: not CaseStatus.Pass } ? " (optional)" : "";
        var number = defect > 0 ? string.Create(CultureInfo.InvariantCulture, $"  ({defect})") : "";
        yield return $"  {item.Status.ToWire(),-14} {item.Name}{optional}{(item.Operation is null ? "" : $"  [{item.Operation}]")}{number}";
        if (defect > 0) yield break;
        if (item.Reason is not null) yield return $"                 {item.Reason}";
        foreach (var assertion in item.Assertions.Where(a =>
            !a.Passed && a.Message is not null && !string.Equals(a.Message, item.Reason, StringComparison.Ordinal)))
            yield return $"                 - {assertion.Description}: {assertion.Message}";
    }
}
