using System.Text;
using System.Text.Unicode;

namespace IntegrationCopilot.Validator;

/// <summary>Reads a multipart form as an object: text as text, JSON as JSON, bytes as bytes.</summary>
internal static class MultipartReading
{
    public static WireMap Read(IReadOnlyList<MultipartPart> parts, ValueShape shape, FormEncodings encodings, FindingReport report)
    {
        var members = new List<KeyValuePair<string, WireValue>>();
        foreach (var group in parts.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            var own = shape.Property(group.Key);
            var values = group.Select(part => ReadPart(part, own, encodings, report)).ToList();
            members.Add(new(group.Key, values.Count > 1 || (own.Types == JsonTypes.Array && !IsJsonArray(values[0])) ? new WireList(values) : values[0]));
        }
        return new WireMap(members);
    }

    private static WireValue ReadPart(MultipartPart part, ValueShape shape, FormEncodings encodings, FindingReport report)
    {
        CheckContentType(part, encodings, report);
        var item = shape.Types == JsonTypes.Array ? shape.Items : shape;
        if (item.IsBinary || !Utf8.IsValid(part.Content.Span) || (item.IsUnknown && part.HasFileName)) return new WireBytes(part.Content.Length);
        if (IsJson(part, encodings) && item.Types != JsonTypes.String && JsonTexts.FaultIn(part.Content.Span) is null) return new WireJson(part.Content);
        return new WireText(Encoding.UTF8.GetString(part.Content.Span));
    }

    /// <summary>Each item of an array is a part of its own (OpenAPI 3.1.1, section 4.8.15.1.1); many clients send the whole array as one part.</summary>
    private static bool IsJsonArray(WireValue value) => value is WireJson json && json.Utf8.Span.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    private static bool IsJson(MultipartPart part, FormEncodings encodings)
    {
        var described = encodings.ContentTypesOf(part.Name);
        var type = part.ContentType ?? (described.Count == 1 ? described[0] : null);
        return type is not null && MediaTypeName.Parse(type).IsJson;
    }

    private static void CheckContentType(MultipartPart part, FormEncodings encodings, FindingReport report)
    {
        if (part.ContentType is not { } sent) return;
        var described = encodings.ContentTypesOf(part.Name);
        if (described.Count == 0 || described.Any(d => MediaTypeName.Parse(d).Covers(MediaTypeName.Parse(sent)) > 0)) return;
        report.Deviation(FindingCodes.UndocumentedContentType, $"body.{part.Name}", $"The part '{part.Name}' has a media type that its encoding does not describe.", encodings.NodeOf(part.Name), string.Join(", ", described), sent);
    }
}
