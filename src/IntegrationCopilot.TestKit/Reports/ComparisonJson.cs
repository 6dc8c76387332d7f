using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>What is new since an earlier run, as JSON. Defects of this run are told by their ids and cases; those that are gone in full.</summary>
internal static class ComparisonJson
{
    public static void Write(Utf8JsonWriter writer, RunComparison? comparison)
    {
        if (comparison is null) return;
        writer.WriteStartObject("comparison");
        writer.WriteString("runId", comparison.Baseline.RunId);
        writer.WriteString("startedAt", comparison.Baseline.StartedAt);
        WriteAll(writer, "new", comparison.New, Write);
        WriteAll(writer, "still", comparison.Still, Write);
        WriteAll(writer, "mended", comparison.Mended, Write);
        WriteAll(writer, "unjudged", comparison.Unjudged, Write);
        writer.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> all, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in all)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Defect defect)
    {
        writer.WriteString("id", defect.Id);
        WriteCases(writer, defect.Cases.Select(item => item.Id));
    }

    private static void Write(Utf8JsonWriter writer, BaselineDefect defect)
    {
        writer.WriteString("id", defect.Id);
        writer.WriteString("status", defect.Status);
        writer.WriteString("cause", defect.Cause);
        WriteCases(writer, defect.Cases);
    }

    private static void WriteCases(Utf8JsonWriter writer, IEnumerable<string> ids)
    {
        writer.WriteStartArray("cases");
        foreach (var id in ids) writer.WriteStringValue(id);
        writer.WriteEndArray();
    }
}
