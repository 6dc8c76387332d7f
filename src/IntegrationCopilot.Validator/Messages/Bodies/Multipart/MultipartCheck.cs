using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Checks multipart bodies: forms by the names of their parts, all others by the order of theirs.</summary>
internal sealed class MultipartCheck
{
    private readonly ApiMediaType media;
    private readonly PlanContext context;
    private readonly ValueCheck check;
    private readonly ValueCheck? itemCheck;
    private readonly FormEncodings encodings;

    public MultipartCheck(ApiMediaType media, PlanContext context)
    {
        this.media = media;
        this.context = context;
        check = context.CheckOf(media.Schema, embedsJson: true);
        itemCheck = media.ItemSchema.IsDefined ? context.CheckOf(media.ItemSchema, embedsJson: true) : null;
        encodings = new FormEncodings(media.Encoding);
    }

    public void Check(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var read = MultipartParts.Read(body, sent.Parameter("boundary"));
        if (read.Fault is not null)
        {
            report.Error(FindingCodes.MalformedBody, "body", $"The multipart body cannot be read: {read.Fault}.", expected: sent.Essence, actual: read.Fault);
            return;
        }
        if (IsNamed(sent)) CheckForm(read.Parts, report);
        else CheckItems(read.Parts, report);
    }

    /// <summary>Editions before 3.2 knew named parts only, in every multipart type.</summary>
    private bool IsNamed(MediaTypeName sent)
    {
        var isPositional = media.Node["prefixEncoding"].IsDefined || media.Node["itemEncoding"].IsDefined || itemCheck is not null
            || (check.Shape.Allows(JsonTypes.Array) && !check.Shape.Allows(JsonTypes.Object));
        return !isPositional && (sent.IsMultipartForm || encodings.Node.IsDefined || (check.Shape.Allows(JsonTypes.Object) && !check.Shape.IsUnknown));
    }

    private void CheckItems(IReadOnlyList<MultipartPart> parts, FindingReport report)
    {
        var reading = new PartReading(context, report);
        var shape = check.Shape;
        var items = new List<WireValue>(parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var own = itemCheck is not null && shape.IsUnknown ? itemCheck.Shape : shape.ItemAt(i);
            items.Add(reading.Read(parts[i], own, PositionEncodings.At(media.Node, i), $"body[{i}]"));
            itemCheck?.Check([items[i]], $"body[{i}]", report, $"/{i}");
        }
        check.Check([new WireList(items)], "body", report);
    }

    private void CheckForm(IReadOnlyList<MultipartPart> parts, FindingReport report)
    {
        for (var i = 0; i < parts.Count; i++)
            if (parts[i].Name.Length == 0)
                report.Deviation(FindingCodes.UnnamedPart, "body", $"Part {i + 1} has no name in a Content-Disposition (RFC 7578, section 4.2).", media.Node,
                    "a name", "none");
        // A schema of a string or bytes under a form says that the form is not described, not that it is something else.
        if (check.Shape.Allows(JsonTypes.Object)) check.Check([ReadForm(parts, report)], "body", report);
    }

    private WireMap ReadForm(IReadOnlyList<MultipartPart> parts, FindingReport report)
    {
        var reading = new PartReading(context, report);
        var styled = new StyledParts(parts, check.Shape, encodings, report.Lenient);
        var members = new List<KeyValuePair<string, WireValue>>(styled.Members);
        foreach (var group in parts.Where(p => p.Name.Length > 0 && !styled.Claims(p)).GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            var own = check.Shape.Property(group.Key);
            var item = own.Types == JsonTypes.Array ? own.Items : own;
            var encoding = encodings.Of(group.Key);
            var where = InstancePath.Append("body", group.Key);
            var values = group.Select(part => reading.Read(part, own.Types == JsonTypes.Array && IsJsonArray(part) ? own : item, encoding, where)).ToList();
            members.Add(new(group.Key, values.Count > 1 || (own.Types == JsonTypes.Array && !IsArray(values[0])) ? new WireList(values) : values[0]));
        }
        return new WireMap(members);
    }

    /// <summary>Each item of an array is a part of its own (OpenAPI 3.2.0, section 4.14.6.1); many clients send the whole array as one part.</summary>
    private static bool IsJsonArray(MultipartPart part) => part.MediaType.IsJson && StartsAsArray(part.Content.Span);

    private static bool IsArray(WireValue value) => value is WireJson json && StartsAsArray(json.Utf8.Span);

    private static bool StartsAsArray(ReadOnlySpan<byte> utf8) => utf8.TrimStart(" \t\r\n"u8).StartsWith("["u8);
}
