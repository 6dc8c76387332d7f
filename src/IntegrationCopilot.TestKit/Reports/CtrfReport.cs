using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>A run in the Common Test Report Format, version 0.0.</summary>
/// <remarks>
/// Of the format's statuses <c>failed</c> is what failed or blocks, <c>skipped</c> what was skipped, is not applicable or was known in the earlier run, and
/// <c>other</c> what warned, has no verdict or could not be tested. <c>rawStatus</c> always names our own, and <c>summary.extra</c> counts by it.
/// </remarks>
public sealed class CtrfReport : IRunReport
{
    /// <inheritdoc/>
    public string Id => "ctrf";

    /// <inheritdoc/>
    public string Extension => "ctrf.json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var writer = new Utf8JsonWriter(output, ReportTool.Json);
        writer.WriteStartObject();
        writer.WriteString("reportFormat", "CTRF");
        writer.WriteString("specVersion", "0.0.0");
        writer.WriteString("runId", result.RunId);
        writer.WriteString("timestamp", result.StartedAt + result.Duration);
        writer.WriteString("generatedBy", $"{ReportTool.Name} {ReportTool.Version}");
        writer.WriteStartObject("results");
        writer.WriteStartObject("tool");
        writer.WriteString("name", ReportTool.Name);
        writer.WriteString("version", ReportTool.Version);
        writer.WriteEndObject();
        WriteSummary(writer, result);
        writer.WriteStartArray("tests");
        foreach (var item in result.Cases) WriteTest(writer, item, result);
        writer.WriteEndArray();
        WriteEnvironment(writer, result);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WriteSummary(Utf8JsonWriter writer, RunResult result)
    {
        var counts = result.Cases.CountBy(item => StatusOf(item, result.Comparison), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        writer.WriteStartObject("summary");
        writer.WriteNumber("tests", result.Cases.Count);
        foreach (var status in new[] { Passed, Failed, Skipped, "pending", Other }) writer.WriteNumber(status, counts.GetValueOrDefault(status));
        writer.WriteNumber("suites", result.Categories.Count);
        writer.WriteNumber("start", result.StartedAt.ToUnixTimeMilliseconds());
        writer.WriteNumber("stop", (result.StartedAt + result.Duration).ToUnixTimeMilliseconds());
        writer.WriteNumber("duration", Milliseconds(result.Duration));
        writer.WriteTotals("extra", result.Totals);
        writer.WriteEndObject();
    }

    private static void WriteTest(Utf8JsonWriter writer, CaseResult item, RunResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("testId", item.Id);
        writer.WriteString("name", item.Name.Length == 0 ? item.Id : item.Name);
        writer.WriteString("status", StatusOf(item, result.Comparison));
        writer.WriteString("rawStatus", item.Status.ToWire());
        writer.WriteNumber("duration", Milliseconds(item.Duration));
        writer.WriteTexts("suite", [item.Category]);
        writer.WriteNotNull("message", item.Reason);
        if (item.Cause is { } cause) WriteCause(writer, cause);
        writer.WriteString("type", "integration");
        writer.WriteStartObject("labels");
        writer.WriteString("category", item.Category);
        writer.WriteNotNull("operation", item.Operation);
        writer.WriteNotNull("defect", item.Cause?.Id);
        if (result.Comparison is { } comparison && item.Cause is not null) writer.WriteBoolean("known", comparison.Known.Contains(item));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteCause(Utf8JsonWriter writer, CaseCause cause)
    {
        writer.WriteString("trace", string.Join('\n', DefectFacts.Of(cause)));
        writer.WriteNotNull("snippet", cause.Curl);
        writer.WriteNotNull("filePath", cause.Place?.Document);
        if (cause.Place is { Line: > 0 and var line }) writer.WriteNumber("line", line);
    }

    private static void WriteEnvironment(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteStartObject("environment");
        writer.WriteString("appName", result.Title);
        writer.WriteNotNull("appVersion", result.Document?.Version);
        writer.WriteString("testEnvironment", result.Environment);
        writer.WriteBoolean("healthy", result.Succeeded);
        writer.WriteStartObject("extra");
        writer.WriteString("baseUrl", result.BaseUrl);
        writer.WriteString("seed", result.Seed.ToString(CultureInfo.InvariantCulture));
        writer.WriteNotNull("document", result.Document?.Name);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private const string Passed = "passed";
    private const string Failed = "failed";
    private const string Skipped = "skipped";
    private const string Other = "other";

    private static string StatusOf(CaseResult item, RunComparison? comparison) => item.Status switch
    {
        CaseStatus.Pass => Passed,
        CaseStatus.Skip or CaseStatus.NotApplicable => Skipped,
        _ when comparison?.Known.Contains(item) == true => Skipped,
        _ when item.Status == CaseStatus.Fail || item.IsBlocking => Failed,
        _ => Other,
    };

    private static long Milliseconds(TimeSpan duration) => (long)Math.Round(duration.TotalMilliseconds);
}
