using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run sent and was answered, as an HTTP Archive (HAR 1.2), which browsers and proxies open.</summary>
/// <remarks>
/// <para>A page is a case; requests that belong to none, such as those for tokens, have no page. Secrets were taken out and bodies cut as in traces. An
/// exchange
/// without an answer has status 0 and says why in <c>_error</c>. Members of ours begin with an underscore (section "Custom Fields").</para>
/// <para>Holds nothing when the run did not keep its exchanges, see <see cref="RunOptions.KeepsExchanges"/>.</para>
/// </remarks>
public sealed class HarReport : IRunReport
{
    /// <inheritdoc/>
    public string Id => "har";

    /// <inheritdoc/>
    public string Extension => "har";

    /// <inheritdoc/>
    public string MediaType => "application/json";

    /// <inheritdoc/>
    public bool ShowsExchanges => true;

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        var names = result.Cases.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
        using var writer = new Utf8JsonWriter(output, ReportTool.Json);
        writer.WriteStartObject();
        writer.WriteStartObject("log");
        writer.WriteString("version", "1.2");
        writer.WriteStartObject("creator");
        writer.WriteString("name", ReportTool.Name);
        writer.WriteString("version", ReportTool.Version);
        writer.WriteEndObject();
        writer.WriteStartArray("pages");
        foreach (var page in result.Exchanges.Where(trace => trace.CaseId is not null).GroupBy(trace => trace.CaseId!, StringComparer.Ordinal))
            WritePage(writer, page.Key, page.First().StartedAt, names.GetValueOrDefault(page.Key));
        writer.WriteEndArray();
        writer.WriteStartArray("entries");
        foreach (var trace in result.Exchanges) HarEntry.Write(writer, trace);
        writer.WriteEndArray();
        writer.WriteString("comment", $"{result.Title} against {result.Environment} {result.BaseUrl}");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WritePage(Utf8JsonWriter writer, string id, DateTimeOffset startedAt, CaseResult? item)
    {
        writer.WriteStartObject();
        writer.WriteString("startedDateTime", startedAt);
        writer.WriteString("id", id);
        writer.WriteString("title", item?.Name ?? id);
        writer.WriteStartObject("pageTimings");
        writer.WriteEndObject();
        writer.WriteNotNull("_status", item?.Status.ToWire());
        writer.WriteNotNull("_category", item?.Category);
        writer.WriteEndObject();
    }
}
