using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// A run as JSON: cases with <c>id, name, category, operation, status, reason</c> first, then what scripts rarely need, then totals, what was left behind, and
/// what did not pass folded by its cause, how far it came with each operation, and what is new since an earlier run. The shape is stable.
/// </summary>
public sealed class JsonReport : IRunReport
{
    /// <inheritdoc/>
    public string Id => "json";

    /// <inheritdoc/>
    public string Extension => "json";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var writer = new Utf8JsonWriter(output, ReportTool.Json);
        writer.WriteStartObject();
        writer.WriteString("runId", result.RunId);
        writer.WriteString("title", result.Title);
        writer.WriteString("environment", result.Environment);
        writer.WriteString("baseUrl", result.BaseUrl);
        writer.WriteString("startedAt", result.StartedAt);
        writer.WriteNumber("durationMs", Math.Round(result.Duration.TotalMilliseconds, 1));
        writer.WriteNumber("seed", result.Seed);
        writer.WriteStartArray("cases");
        foreach (var item in result.Cases) WriteCase(writer, item);
        writer.WriteEndArray();
        writer.WriteTotals("totals", result.Totals);
        WriteLeft(writer, result.Left);
        WriteMissing(writer, result.Missing);
        DefectJson.Write(writer, result.Defects);
        CoverageJson.Write(writer, result.Coverage);
        ComparisonJson.Write(writer, result.Comparison);
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WriteLeft(Utf8JsonWriter writer, IReadOnlyList<LeftThing> left)
    {
        writer.WriteStartArray("left");
        foreach (var thing in left)
        {
            writer.WriteStartObject();
            writer.WriteString("operation", thing.Operation);
            writer.WriteString("identifier", thing.Identifier);
            writer.WriteString("reason", thing.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter writer, IReadOnlyList<MissingValue> missing)
    {
        writer.WriteStartArray("missing");
        foreach (var value in missing)
        {
            writer.WriteStartObject();
            writer.WriteString("name", value.Name);
            writer.WriteString("kind", value.IsCredential ? "credential" : "variable");
            writer.WriteBoolean("secret", value.Secret);
            writer.WriteString("description", value.Description);
            writer.WriteString("example", value.Example);
            writer.WriteNumber("cases", value.Cases);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCase(Utf8JsonWriter writer, CaseResult item)
    {
        writer.WriteStartObject();
        writer.WriteString("id", item.Id);
        writer.WriteString("name", item.Name);
        writer.WriteString("category", item.Category);
        writer.WriteString("operation", item.Operation);
        writer.WriteString("status", item.Status.ToWire());
        writer.WriteString("reason", item.Reason);
        writer.WriteString("defect", item.Cause?.Id);
        writer.WriteString("setting", TestSettingNames.Of(item.Setting));
        writer.WriteBoolean("blocking", item.IsBlocking);
        writer.WriteNumber("durationMs", Math.Round(item.Duration.TotalMilliseconds, 1));
        writer.WriteStartArray("assertions");
        foreach (var assertion in item.Assertions) WriteAssertion(writer, assertion);
        writer.WriteEndArray();
        writer.WriteStartArray("traces");
        foreach (var id in item.TraceIds) writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAssertion(Utf8JsonWriter writer, AssertionResult assertion)
    {
        writer.WriteStartObject();
        writer.WriteString("description", assertion.Description);
        writer.WriteString("verdict", assertion.Verdict.ToWire());
        writer.WriteString("message", assertion.Message);
        writer.WriteString("ground", assertion.Ground);
        writer.WriteEndObject();
    }
}
