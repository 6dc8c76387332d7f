using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Plain text and Markdown: strings as they are, members as lines <c>name: value</c>, items one a line.</summary>
internal sealed class TextBodies : IBodyWriter
{
    private const int Indent = 2;

    public bool Knows(MediaTypeName type) => type.Essence is "text/plain" or "text/markdown";

    public WrittenBody Write(BodyContent content)
    {
        if (!BodyContent.IsContainer(content.Value)) return WrittenBody.Text(content.Media.Name, BodyContent.TextOf(content.Value));
        var text = new StringBuilder();
        Append(text, content.Value, 0, content.Media.Type.Essence == "text/markdown" ? "- " : "");
        return WrittenBody.Text(content.Media.Name, text.ToString());
    }

    private static void Append(StringBuilder text, JsonElement value, int depth, string bullet)
    {
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var member in value.EnumerateObject()) AppendLine(text, $"{bullet}{member.Name}:", member.Value, depth, bullet);
        else
            foreach (var item in value.EnumerateArray()) AppendLine(text, bullet.Length > 0 || BodyContent.IsContainer(item) ? "-" : "", item, depth, bullet);
    }

    private static void AppendLine(StringBuilder text, string lead, JsonElement value, int depth, string bullet)
    {
        text.Append(' ', depth * Indent).Append(lead);
        if (!BodyContent.IsContainer(value)) text.Append(lead.Length > 0 ? " " : "").Append(BodyContent.TextOf(value).ReplaceLineEndings(" "));
        text.Append('\n');
        if (BodyContent.IsContainer(value)) Append(text, value, depth + 1, bullet);
    }
}
