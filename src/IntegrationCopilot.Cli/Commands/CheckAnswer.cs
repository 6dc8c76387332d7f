using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>check --format json</c> answers.</summary>
internal sealed record CheckAnswer(bool Good, int Exchanges, int Judged, int Failed, int NotOfApi, int Preflights, int WithoutPath,
    IReadOnlyList<CheckAnswer.Cause> Causes, IReadOnlyList<CheckAnswer.Gap> NotJudged, IReadOnlyList<CheckAnswer.Host> OtherHosts,
    IReadOnlyList<CheckAnswer.Seen> Operations, IReadOnlyList<CheckAnswer.Unread> Problems)
{
    public static CheckAnswer Of(TrafficReport report) => new(report.IsGood, report.Exchanges, report.Judged, report.Failed, report.NotOfApi, report.Preflights,
        report.WithoutPath,
        [.. report.Causes.Select(Of)],
        [.. report.Gaps.Select(gap => new Gap(gap.What, TrafficLines.Why(gap.Reason), gap.Exchanges))],
        [.. report.OtherHosts.Select(host => new Host(host.Host, host.Exchanges))],
        [.. report.Coverage.Select(Of)],
        [.. report.Problems.Select(problem => new Unread(problem.Place.File, problem.Place.Line, problem.Problem!))]);

    private static Cause Of(TrafficCause cause)
    {
        var finding = cause.Finding;
        return new(cause.Endpoint, cause.Operation?.OperationId, TrafficLines.Name(cause.Direction),
            finding.Severity == FindingSeverity.Error ? "error" : "warning",
            cause.IsRefused, finding.Code, finding.Where, finding.Message, finding.Expected, finding.Actual,
            finding.Source is { } source ? new(source.Document, source.Pointer, source.Line, source.Column) : null,
            cause.Exchanges, cause.Request, cause.Status, cause.First?.File, cause.First?.Line, cause.First?.Number);
    }

    private static Seen Of(TrafficCoverage coverage) =>
        new(coverage.Operation.Method, coverage.Operation.Path, coverage.Operation.OperationId, coverage.Exchanges,
        [.. coverage.Responses.Select(r => new Status(r.Key, r.Value, true)), .. coverage.OtherStatuses.Select(r => new Status(r.Key, r.Value, false))]);

    /// <summary>Findings of one rule at one place; line and column of the document are 1-based.</summary>
    internal sealed record Cause(string Endpoint, string? OperationId, string Message, string Severity, bool Refused, string Rule, string Where, string Text,
        string? Expected, string? Actual, Location? Source, int Exchanges, string Request, int? Status, string? File, int? Line, int? Number);

    internal sealed record Location(string Document, string Pointer, int Line, int Column);

    internal sealed record Gap(string What, string Reason, int Exchanges);

    internal sealed record Host(string Name, int Exchanges);

    internal sealed record Seen(string Method, string Path, string? OperationId, int Exchanges, IReadOnlyList<Status> Statuses);

    internal sealed record Status(string Code, int Exchanges, bool Described);

    internal sealed record Unread(string File, int Line, string Problem);
}
