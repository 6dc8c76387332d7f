using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Defects as JSON.</summary>
internal static class DefectJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Defect> defects)
    {
        writer.WriteStartArray("defects");
        foreach (var defect in defects) Write(writer, defect);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Defect defect)
    {
        var cause = defect.Cause;
        writer.WriteStartObject();
        writer.WriteString("id", defect.Id);
        writer.WriteString("status", defect.Status.ToWire());
        writer.WriteBoolean("blocking", defect.IsBlocking);
        writer.WriteString("kind", cause.Kind.ToWire());
        writer.WriteString("cause", cause.Text);
        WriteTexts(writer, "operations", defect.Operations);
        WriteRule(writer, cause.Rule);
        WriteTexts(writer, "expected", cause.Expected);
        WriteNumber(writer, "got", cause.Status);
        writer.WriteString("ground", cause.Ground);
        WriteNumber(writer, "line", cause.Line);
        writer.WriteString("curl", cause.Curl);
        writer.WriteNumber("leftOut", cause.LeftOut);
        writer.WriteString("nextStep", defect.NextStep);
        WriteTexts(writer, "cases", defect.Cases.Select(item => item.Id));
        writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, BrokenRule? rule)
    {
        if (rule is null)
        {
            writer.WriteNull("rule");
            return;
        }

        writer.WriteStartObject("rule");
        writer.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(rule.Kind.ToString()));
        writer.WriteString("in", rule.In is { } place ? JsonNamingPolicy.KebabCaseLower.ConvertName(place.ToString()) : null);
        writer.WriteString("place", rule.Place);
        writer.WriteString("allowed", rule.Allowed);
        WriteNumber(writer, "line", rule.Line);
        writer.WritePropertyName("sent");
        if (rule.Sent is { } sent) sent.WriteTo(writer);
        else writer.WriteNullValue();
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
