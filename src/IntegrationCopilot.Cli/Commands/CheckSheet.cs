using IntegrationCopilot.Cli.Sheets;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>The findings of <c>check</c> for its reports.</summary>
internal static class CheckSheet
{
    public static Sheet Of(ApiSpec spec, TrafficReport report) => new(spec.Title, Summary(report), [.. report.Causes.Select(Of)])
    {
        Subjects = [.. report.Coverage.Select(coverage => new SheetSubject(coverage.Operation.Id, coverage.Exchanges > 0))],
        WriteJson = output => JsonOutput.Write(output, CheckAnswer.Of(report)),
    };

    private static string Summary(TrafficReport report) => report.Judged == 0
        ? $"Nothing was judged: none of {report.Exchanges} exchanges is one with the API."
        : $"{report.Failed} of {report.Judged} judged exchanges break the description; {report.Coverage.Count(seen => seen.Exchanges > 0)} of "
            + $"{report.Coverage.Count} operations were seen.";

    private static SheetFinding Of(TrafficCause cause)
    {
        var finding = cause.Finding;
        var where = finding.Where.Length == 0 ? TrafficLines.Name(cause.Direction) : finding.Where;
        return new(finding.Code, finding.Severity == FindingSeverity.Error ? SheetLevel.Error : SheetLevel.Warning,
            $"{cause.Endpoint}, {TrafficLines.Name(cause.Direction)}: {finding.Message} At {where}; first in {cause.Request}.")
        {
            Place = finding.Source is { Line: > 0 } source ? source : null,
            Subject = cause.Operation?.Id ?? cause.Endpoint,
            Operations = [cause.Operation?.Id ?? cause.Endpoint],
            Count = cause.Exchanges,
        };
    }
}
