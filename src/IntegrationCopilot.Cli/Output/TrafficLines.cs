using System.Globalization;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli;

/// <summary>What traffic shows of an API, for people: the sum first, then each cause, then what was not judged and what was never seen.</summary>
internal static class TrafficLines
{
    private const int ShownWarnings = 20;
    private const int ShownHosts = 5;
    private const int MaxUrl = 200;

    public static void Write(TextLines lines, TrafficReport report)
    {
        lines.Markup(Summary(report));
        WriteCauses(lines, report);
        WriteRest(lines, report);
        if (report.Judged > 0) WriteCoverage(lines, report);
    }

    public static string Why(UnknownReason reason) => reason switch
    {
        UnknownReason.Redacted => "redacted",
        UnknownReason.NotRecorded => "not recorded",
        _ => "cut or damaged",
    };

    public static string Name(MessageDirection direction) => direction == MessageDirection.Response ? "response" : "request";

    private static string Summary(TrafficReport report)
    {
        if (report.Judged == 0) return $"[red]Nothing was judged[/]: none of {Number(report.Exchanges, "exchange")} is one with the API.{Advice(report)}";
        var causes = report.Causes.Count(IsError);
        return report.Failed == 0
            ? $"[green]All {Number(report.Judged, "judged exchange")} conform to the description[/]."
            : $"[red]{report.Failed.ToString("N0", CultureInfo.InvariantCulture)} of {Number(report.Judged, "exchange")} break the description; "
                + $"{Number(causes, "cause")}[/].";
    }

    private static string Advice(TrafficReport report) => report.OtherHosts is [var host, ..]
        ? $" Where the API was recorded under another address than its servers', name it: --base-url https://{PlainMarkup.Of(host.Host)}"
        : "";

    private static void WriteCauses(TextLines lines, TrafficReport report)
    {
        foreach (var cause in report.Causes.Where(IsError)) WriteCause(lines, cause);
        var warnings = report.Causes.Where(cause => !IsError(cause)).ToList();
        if (warnings.Count == 0) return;
        lines.Empty();
        lines.Markup($"{Number(warnings.Count, "warning")}, which fail nothing:");
        foreach (var cause in warnings.Take(ShownWarnings))
            lines.Markup($"  [yellow]{Times(cause)}[/] {Endpoint(cause)}: {PlainMarkup.Of(cause.Finding.Message)} {Rule(cause)}"
                + (cause.IsRefused ? " (the API refused it)" : ""));
        if (warnings.Count > ShownWarnings) lines.Markup($"  … and {warnings.Count - ShownWarnings} more; '--format json' lists them all.");
    }

    private static void WriteCause(TextLines lines, TrafficCause cause)
    {
        var finding = cause.Finding;
        lines.Empty();
        lines.Markup($"[red]{Times(cause)}[/] [bold]{Endpoint(cause)}[/]");
        lines.Markup($"  {PlainMarkup.Of(finding.Message)} {Rule(cause)}");
        var where = finding.Where.Length == 0 ? Name(cause.Direction) : finding.Where;
        lines.Markup($"  at {PlainMarkup.Of(where)}{Value("is", finding.Actual)}{Value("should be", finding.Expected)}");
        if (finding.Source is { } source) lines.Markup($"  [grey]described at[/] {PlainMarkup.Of(source.ToString())}");
        var url = cause.Request.Length > MaxUrl ? cause.Request[..MaxUrl] + "…" : cause.Request;
        var place = cause.First is { } first ? $" [grey]{PlainMarkup.Of(first.ToString())}, exchange {first.Number}[/]" : "";
        lines.Markup($"  [grey]first in[/] {PlainMarkup.Of(url)}{(cause.Status is { } status ? $" → {status}" : ", no response")}{place}");
    }

    private static void WriteRest(TextLines lines, TrafficReport report)
    {
        if (report.Gaps.Count + report.NotOfApi + report.Preflights + report.WithoutPath > 0) lines.Empty();
        if (report.Gaps.Count > 0)
            lines.Markup($"Not judged: {PlainMarkup.Of(string.Join(", ", report.Gaps.Select(gap => $"{gap.What} ({Why(gap.Reason)}, {gap.Exchanges} ×)")))}.");
        if (report.WithoutPath > 0) lines.Markup($"Not judged: {Number(report.WithoutPath, "exchange")} whose path is redacted.");
        if (report.Preflights > 0) lines.Markup($"Not judged: {Number(report.Preflights, "preflight")} of browsers.");
        if (report.NotOfApi == 0) return;
        var hosts = report.OtherHosts.Take(ShownHosts).Select(host => $"{host.Host} {host.Exchanges}");
        var more = report.OtherHosts.Count > ShownHosts ? $" and {report.OtherHosts.Count - ShownHosts} more hosts" : "";
        lines.Markup($"Not of this API: {Number(report.NotOfApi, "exchange")} ({PlainMarkup.Of(string.Join(", ", hosts))}{more}).");
    }

    private static void WriteCoverage(TextLines lines, TrafficReport report)
    {
        var seen = report.Coverage.Where(coverage => coverage.Exchanges > 0).ToList();
        lines.Empty();
        lines.Markup($"{seen.Count} of {Number(report.Coverage.Count, "operation")} seen:");
        foreach (var coverage in seen)
        {
            var statuses = coverage.Responses.Select(r => r.Value > 0 ? $"{r.Key} {r.Value} ×" : $"{r.Key} never")
                .Concat(coverage.OtherStatuses.Select(r => $"{r.Key} {r.Value} × (not described)"));
            lines.Markup($"  {PlainMarkup.Of($"{coverage.Operation.Method} {coverage.Operation.Path}")}  [grey]{PlainMarkup.Of(string.Join(", ", statuses))}[/]");
        }

        foreach (var coverage in report.Coverage.Where(coverage => coverage.Exchanges == 0))
            lines.Markup($"  [grey]{PlainMarkup.Of($"{coverage.Operation.Method} {coverage.Operation.Path}")}  never[/]");
    }

    private static bool IsError(TrafficCause cause) => cause.Finding.Severity == FindingSeverity.Error;

    private static string Times(TrafficCause cause) => $"{cause.Exchanges.ToString("N0", CultureInfo.InvariantCulture)} ×";

    private static string Endpoint(TrafficCause cause) => PlainMarkup.Of($"{cause.Endpoint}, {Name(cause.Direction)}");

    private static string Rule(TrafficCause cause) => $"[grey]({PlainMarkup.Of(cause.Finding.Code)})[/]";

    private static string Value(string what, string? value) => value is null ? "" : $", {what} {PlainMarkup.Of(value)}";

    private static string Number(int count, string what) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
