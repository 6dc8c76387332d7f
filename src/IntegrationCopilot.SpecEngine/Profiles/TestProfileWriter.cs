using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Writes profiles as JSON.</summary>
internal static class TestProfileWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(TestProfile profile)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("groups");
            foreach (var group in profile.Groups) Write(writer, group);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, GroupProfile group)
    {
        writer.WriteStartObject(group.Name);
        foreach (var category in group.Categories)
        {
            writer.WriteStartObject(category.Category);
            writer.WriteString("setting", TestSettingNames.Of(category.Setting));
            writer.WriteBoolean("detected", category.Detected);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
