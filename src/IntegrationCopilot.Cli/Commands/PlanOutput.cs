using System.Text;
using System.Text.Json;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>Writes the plan of a run, for people or for scripts.</summary>
internal static class PlanOutput
{
    private const string Planned = "PLANNED";
    private const int MostNamed = 3;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="MisuseException">A plan is asked for in a form that it does not have.</exception>
    public static void Check(IReadOnlyList<ReportRequest> reports)
    {
        if (reports.FirstOrDefault(report => report.Report is not (TextReport or JsonReport)) is { } other)
            throw new MisuseException($"--plan is written as text or json; a report of kind {other.Report.Id} holds results, and there are none.");
    }

    public static async Task WriteAsync(Terminal terminal, IReadOnlyList<ReportRequest> reports, RunPlan plan)
    {
        foreach (var report in reports)
        {
            using var content = new StringWriter { NewLine = "\n" };
            if (report.Report is JsonReport) JsonOutput.Write(content, PlanAnswer.Of(plan));
            else foreach (var line in Lines(PlanAnswer.Of(plan))) content.WriteLine(HarmlessText.OneLine(line));
            if (report.IsToStandardOutput) await terminal.Output.WriteAsync(content.ToString());
            else await File.WriteAllTextAsync(report.Path, content.ToString(), Utf8, CancellationToken.None);
        }
    }

    private static IEnumerable<string> Lines(PlanAnswer plan)
    {
        yield return $"Plan for {plan.Title} against {plan.Environment} {plan.BaseUrl}";
        if (plan.Environment != "MOCK") yield return "First the address and the credentials are tried, with GET / and reading operations that need no value.";
        foreach (var category in plan.Cases.Where(item => item.Status == Planned).GroupBy(item => item.Category, StringComparer.Ordinal))
        {
            yield return "";
            yield return category.Key;
            foreach (var line in category.SelectMany(Lines)) yield return line;
        }

        foreach (var line in Variables(plan).Concat(CleanUp(plan)).Concat(Skipped(plan))) yield return line;
        yield return "";
        yield return plan.Totals.ToString();
    }

    private static IEnumerable<string> Lines(PlannedCaseAnswer item)
    {
        yield return $"  {item.Name}  [{item.Id}]";
        foreach (var request in item.Requests) yield return $"      {Line(request)}";
    }

    private static IEnumerable<string> Variables(PlanAnswer plan)
    {
        if (plan.Variables.Count == 0) yield break;
        yield return "";
        yield return "variables";
        foreach (var variable in plan.Variables)
        {
            var cases = variable.Cases == 1 ? "1 case" : $"{variable.Cases} cases";
            yield return $"  {variable.Name}  {variable.Type}{(variable.Secret ? ", secret" : "")}, {SourceOf(variable)}, {cases}{About(variable.Description)}";
        }
    }

    private static string SourceOf(PlannedVariableAnswer variable) => variable.Source switch
    {
        "given" => "given",
        "runner" => "made by the runner",
        "api" => "asked of the API",
        "missing" => "not given",
        _ => variable.Default is null ? "has a default" : $"default {variable.Default}",
    };

    private static string About(string? description) => description is null ? "" : $": {description}";

    private static IEnumerable<string> CleanUp(PlanAnswer plan)
    {
        if (plan.CleanUp.Count == 0) yield break;
        yield return "";
        yield return "at the end, for what was created";
        foreach (var request in plan.CleanUp) yield return $"      {Line(request)}";
    }

    /// <summary>Each reason once, with the cases that it keeps from running.</summary>
    private static IEnumerable<string> Skipped(PlanAnswer plan)
    {
        var skipped = plan.Cases.Where(item => item.Status == "SKIP").GroupBy(item => item.Reason, StringComparer.Ordinal).ToList();
        if (skipped.Count == 0) yield break;
        yield return "";
        yield return "skipped";
        foreach (var reason in skipped)
        {
            yield return $"  {reason.Key}";
            var named = string.Join(", ", reason.Take(MostNamed).Select(item => item.Id));
            yield return $"      {reason.Count()}: {named}{(reason.Count() > MostNamed ? ", …" : "")}";
        }
    }

    private static string Line(PlannedRequestAnswer request)
    {
        var purpose = request.Purpose switch { "value" => "  (may be asked for values)", "control" => "  (without the mistake)", _ => "" };
        return $"{request.Effect ?? "unknown",-9} {request.Method} {request.Path}{purpose}";
    }
}
