using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Writes an object as a multipart form (RFC 7578).</summary>
internal static class MultipartWriter
{
    public static SerializedBody Write(IEnumerable<JsonProperty> members, ValueShape shape, FormEncodings encodings)
    {
        var parts = members.SelectMany(m => Parts(m, shape.Property(m.Name), encodings)).ToList();
        var boundary = BoundaryFor(parts);
        var text = new StringBuilder();
        foreach (var part in parts) text.Append("--").Append(boundary).Append("\r\n").Append(part).Append("\r\n");
        text.Append("--").Append(boundary).Append("--\r\n");
        return new SerializedBody($"multipart/form-data; boundary={boundary}", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IEnumerable<string> Parts(JsonProperty member, ValueShape shape, FormEncodings encodings)
    {
        if (member.Value.ValueKind == JsonValueKind.Array && shape.Types == JsonTypes.Array)
            return member.Value.EnumerateArray().Select(item => Part(member.Name, item, shape.Items, encodings));
        return [Part(member.Name, member.Value, shape, encodings)];
    }

    private static string Part(string name, JsonElement value, ValueShape shape, FormEncodings encodings)
    {
        var quoted = name.Replace("\"", "%22", StringComparison.Ordinal).ReplaceLineEndings("%0D%0A");
        var file = shape.IsBinary ? $"; filename=\"{quoted}\"" : "";
        var type = encodings.ContentTypesOf(name) is [var first, ..] && !first.Contains('*', StringComparison.Ordinal) ? first
            : shape.IsBinary ? "application/octet-stream"
            : JsonScalars.IsContainer(value) ? "application/json" : null;
        var typeLine = type is null ? "" : $"Content-Type: {type}\r\n";
        return $"Content-Disposition: form-data; name=\"{quoted}\"{file}\r\n{typeLine}\r\n{JsonScalars.TextOf(value)}";
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
