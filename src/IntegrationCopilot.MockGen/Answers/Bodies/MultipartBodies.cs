using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>Bodies of several parts other than forms (RFC 2046, section 5.1): a part for each member of an object or item of a list.</summary>
internal sealed class MultipartBodies : IBodyWriter
{
    public bool Knows(string essence) => essence.StartsWith("multipart/", StringComparison.Ordinal);

    public WrittenBody Write(BodyContent content)
    {
        var parts = content.Value.ValueKind == JsonValueKind.Object
            ? content.Value.EnumerateObject().Select(m => Part(content, m.Name, m.Value)).ToList()
            : content.Items().Select(item => Part(content, null, item)).ToList();
        var boundary = BoundaryFor(parts);
        var text = new StringBuilder();
        foreach (var part in parts) text.Append("--").Append(boundary).Append("\r\n").Append(part).Append("\r\n");
        return WrittenBody.Text($"{content.Media.Name}; boundary={boundary}", text.Append("--").Append(boundary).Append("--\r\n").ToString());
    }

    /// <summary>A text that is the whole of such a body, under a type that names its boundary.</summary>
    public static WrittenBody Given(string contentType, string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var isWhole = end > 2 && text.StartsWith("--", StringComparison.Ordinal);
        return isWhole && !contentType.Contains("boundary=", StringComparison.OrdinalIgnoreCase)
            ? WrittenBody.Text($"{contentType}; boundary={StructuredText.Quote(text[2..end].TrimEnd())}", text)
            : WrittenBody.Text(contentType, text);
    }

    private static string Part(BodyContent content, string? name, JsonElement value)
    {
        var described = name is null ? null : content.Media.Encoding[name]["contentType"].GetString()?.Split(',')[0].Trim();
        var usual = BodyContent.IsContainer(value) ? "application/json" : "text/plain";
        var type = described is null || described.Contains('*', StringComparison.Ordinal) ? usual : described;
        var disposition = name is null ? "" : $"Content-Disposition: inline; name={StructuredText.Quote(name)}\r\n";
        return $"Content-Type: {type}\r\n{disposition}\r\n{BodyContent.TextOf(value)}";
    }

    /// <summary>The first of a fixed series that no part holds.</summary>
    private static string BoundaryFor(List<string> parts)
    {
        for (var number = 0; ; number++)
        {
            var boundary = $"integration-copilot-{number}";
            if (!parts.Exists(p => p.Contains(boundary, StringComparison.Ordinal))) return boundary;
        }
    }
}
