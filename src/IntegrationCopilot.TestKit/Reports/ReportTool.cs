using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>What reports say of who wrote them, and how they write JSON.</summary>
internal static class ReportTool
{
    public const string Name = "integration-copilot";

    /// <summary>For files: what a page would take for markup stays as it is.</summary>
    public static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The version of the package, without the commit it was built of.</summary>
    public static string Version { get; } =
        typeof(ReportTool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void WriteNotNull(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null) writer.WriteString(name, text);
    }

    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>Numbers by status, those that are not applicable among them, as a member.</summary>
    public static void WriteTotals(this Utf8JsonWriter writer, string name, RunTotals totals)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("total", totals.Total);
        writer.WriteNumber("pass", totals.Pass);
        writer.WriteNumber("fail", totals.Fail);
        writer.WriteNumber("warn", totals.Warn);
        writer.WriteNumber("noVerdict", totals.NoVerdict);
        writer.WriteNumber("error", totals.Error);
        writer.WriteNumber("skip", totals.Skip);
        writer.WriteNumber("notApplicable", totals.NotApplicable);
        writer.WriteEndObject();
    }
}
