using System.Globalization;
using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>How far a run came with each operation, as JSON.</summary>
internal static class CoverageJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<OperationCoverage> coverage)
    {
        writer.WriteStartArray("coverage");
        foreach (var operation in coverage) Write(writer, operation);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, OperationCoverage coverage)
    {
        writer.WriteStartObject();
        writer.WriteString("operation", coverage.Operation);
        writer.WriteString("reach", coverage.Reach.ToWire());
        writer.WriteNumber("requests", coverage.Requests);
        writer.WriteStartObject("answers");
        foreach (var (status, count) in coverage.Answers) writer.WriteNumber(status.ToString(CultureInfo.InvariantCulture), count);
        writer.WriteEndObject();
        writer.WriteStartArray("described");
        foreach (var (status, isSeen) in coverage.Described)
        {
            writer.WriteStartObject();
            writer.WriteString("status", status);
            writer.WriteBoolean("seen", isSeen);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
