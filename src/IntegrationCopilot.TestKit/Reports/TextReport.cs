using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as plain text for a terminal or a log.</summary>
public static class TextReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="output">Where to.</param>
    public static void Write(RunResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"{result.Title} against {result.Environment} {result.BaseUrl}");
        foreach (var category in result.Cases.GroupBy(c => c.Category, StringComparer.Ordinal))
        {
            output.WriteLine();
            output.WriteLine(category.Key);
            foreach (var item in category) WriteCase(output, item);
        }
        output.WriteLine();
        output.WriteLine(Summary(result));
    }

    /// <summary>The closing line: numbers by status and the time taken.</summary>
    public static string Summary(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var totals = result.Totals;
        var time = result.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        return $"{totals.Pass} passed, {totals.Fail} failed, {totals.Error} without a verdict, {totals.Skip} skipped, {totals.NotApplicable} not applicable ({time} s)";
    }

    private static void WriteCase(TextWriter output, CaseResult item)
    {
        var optional = item is { IsOptional: true, Status: CaseStatus.Fail or CaseStatus.Error } ? " (optional)" : "";
        output.WriteLine($"  {item.Status.ToWire(),-14} {item.Name}{optional}{(item.Operation is null ? "" : $"  [{item.Operation}]")}");
        if (item.Reason is not null) output.WriteLine($"                 {item.Reason}");
        foreach (var assertion in item.Assertions.Where(a => !a.Passed && a.Message is not null && !string.Equals(a.Message, item.Reason, StringComparison.Ordinal)))
            output.WriteLine($"                 - {assertion.Description}: {assertion.Message}");
    }
}
