using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as SARIF 2.1.0, as code scanning reads it: what failed or warned, at its line of the document.</summary>
/// <remarks>
/// <para>A result is a defect, not a case, with its <see cref="Defect.Id"/> as fingerprint. What has no verdict or could not be tested is no finding about the
/// document: it is a notification of the run. What passed, was skipped or is not applicable has no result, since code scanning shows every result as an alert,
/// whatever its kind; <c>properties.totals</c> counts them.</para>
/// <para>Documents are relative to <c>%SRCROOT%</c>. Source: OASIS Standard "SARIF Version 2.1.0", sections 3.14 (run), 3.27 (result), 3.49 (rules).</para>
/// </remarks>
public sealed class SarifReport : IRunReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <inheritdoc/>
    public string Id => "sarif";

    /// <inheritdoc/>
    public string Extension => "sarif";

    /// <inheritdoc/>
    public string MediaType => "application/sarif+json";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        var defects = result.Defects.ToLookup(defect => defect.Status is CaseStatus.Fail or CaseStatus.Warn);
        var rules = defects[true].Select(defect => defect.Cause.Kind).Distinct().ToList();
        using var writer = new Utf8JsonWriter(output, ReportTool.Json);
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        SarifTool.Write(writer, rules);
        WriteInvocation(writer, result, defects[false]);
        WriteBase(writer);
        SarifPlaces.WriteArtifacts(writer, result.Document, defects[true]);
        writer.WriteStartArray("results");
        foreach (var defect in defects[true]) WriteResult(writer, defect, rules.IndexOf(defect.Cause.Kind), result);
        writer.WriteEndArray();
        WriteProperties(writer, result);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WriteInvocation(Utf8JsonWriter writer, RunResult result, IEnumerable<Defect> unjudged)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", !result.IsCancelled && result.IsJudged);
        writer.WriteString("startTimeUtc", result.StartedAt.UtcDateTime);
        writer.WriteString("endTimeUtc", (result.StartedAt + result.Duration).UtcDateTime);
        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var defect in unjudged)
        {
            writer.WriteStartObject();
            writer.WriteString("level", defect.IsBlocking ? "error" : "warning");
            WriteMessage(writer, $"{defect.Status.ToWire()}: {defect.Cause.Text}. {defect.NextStep}");
            WriteCases(writer, defect);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteBase(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject(SarifPlaces.Root);
        WriteText(writer, "description", "The folder that the run was started in.");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Defect defect, int rule, RunResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", SarifTool.RuleOf(defect.Cause.Kind));
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", defect.Status == CaseStatus.Fail ? "error" : "warning");
        if (result.Comparison is { } comparison) writer.WriteString("baselineState", comparison.New.Any(other => other.Id == defect.Id) ? "new" : "unchanged");
        WriteMessage(writer, $"{defect.Cause.Text}. {defect.NextStep}");
        SarifPlaces.Write(writer, defect, result.Document);
        writer.WriteNumber("occurrenceCount", defect.Cases.Count);
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("defect/v1", defect.Id);
        writer.WriteEndObject();
        WriteCases(writer, defect);
        writer.WriteEndObject();
    }

    private static void WriteCases(Utf8JsonWriter writer, Defect defect)
    {
        writer.WriteStartObject("properties");
        writer.WriteTexts("operations", defect.Operations);
        writer.WriteTexts("cases", defect.Cases.Select(item => item.Id));
        writer.WriteNotNull("ground", defect.Cause.Ground);
        writer.WriteNotNull("curl", defect.Cause.Curl);
        writer.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter writer, RunResult result)
    {
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartObject("automationDetails");
        writer.WriteString("id", $"{ReportTool.Name}/{result.Environment.ToLowerInvariant()}/");
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteString("title", result.Title);
        writer.WriteString("runId", result.RunId);
        writer.WriteString("environment", result.Environment);
        writer.WriteString("baseUrl", result.BaseUrl);
        writer.WriteTotals("totals", result.Totals);
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string text) => WriteText(writer, "message", text);

    /// <remarks>What looks like an embedded link (section 3.11.6) is none.</remarks>
    internal static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text.Replace("](", "\\](", StringComparison.Ordinal));
        writer.WriteEndObject();
    }
}
