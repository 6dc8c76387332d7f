using System.Text.Unicode;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Reads the content of a part by its media type: JSON as JSON, XML by its schema, text as text, everything else as bytes.</summary>
internal sealed class PartReading(PlanContext context, FindingReport report)
{
    private const int MaxNesting = 4;

    /// <summary>Reads a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="shape">The shape of its value.</param>
    /// <param name="encoding">How it is to be encoded.</param>
    /// <param name="where">What it is called.</param>
    /// <param name="depth">How many multipart bodies it lies in.</param>
    public WireValue Read(MultipartPart part, ValueShape shape, PartEncoding encoding, string where, int depth = 0)
    {
        PartChecks.Check(part, shape, encoding, where, context, report);
        var sent = part.ContentType is null && encoding.IsJson ? encoding.ContentTypes[0] : part.MediaType;
        if (sent.IsJson && (encoding.IsJson || shape.Types != JsonTypes.String)) return Json(part, sent, shape, where);
        if (sent.IsXml && shape.Allows(JsonTypes.Object | JsonTypes.Array) && !shape.IsUnknown) return Xml(part, sent, shape, where);
        if (sent.IsMultipart && depth < MaxNesting) return Nested(part, sent, shape, encoding, where, depth);
        if (shape.IsBinary || (shape.IsUnknown && (part.HasFileName || !sent.IsText))) return new WireBytes(part.Content.Length);
        return Text(part, sent, shape, where);
    }

    private WireValue Text(MultipartPart part, MediaTypeName sent, ValueShape shape, string where)
    {
        var utf8 = BodyText.Utf8Of(part.Content, sent);
        if (Utf8.IsValid(utf8.Span)) return new WireText(Encoding.UTF8.GetString(utf8.Span));
        if (sent.IsText && !shape.IsUnknown)
            report.Deviation(FindingCodes.MalformedBody, where, "The part is not UTF-8 text.", expected: "UTF-8 text", actual: "bytes");
        return new WireBytes(part.Content.Length);
    }

    private WireValue Json(MultipartPart part, MediaTypeName sent, ValueShape shape, string where)
    {
        var utf8 = BodyText.Utf8Of(part.Content, sent);
        if (JsonTexts.FaultIn(utf8.Span) is not { } fault) return new WireJson(utf8);
        report.Add(JsonCheck.Malformed(where, "", fault));
        return Text(part, sent, shape, where);
    }

    private WireValue Xml(MultipartPart part, MediaTypeName sent, ValueShape shape, string where)
    {
        if (XmlText.Read(part.Content, sent, out var fault) is { } root)
            return new XmlReading(new XmlNaming(context.Spec), report, where).ReadRoot(root, shape);
        report.Error(FindingCodes.MalformedBody, where, $"The part is not XML: {fault}.", expected: "XML", actual: fault);
        return new WireBytes(part.Content.Length);
    }

    private WireValue Nested(MultipartPart part, MediaTypeName sent, ValueShape shape, PartEncoding encoding, string where, int depth)
    {
        var nested = MultipartParts.Read(part.Content, sent.Parameter("boundary"));
        if (nested.Fault is not null)
            report.Error(FindingCodes.MalformedBody, where, $"The multipart body within cannot be read: {nested.Fault}.", expected: "multipart",
                actual: nested.Fault);
        return new WireList(
            [.. nested.Parts.Select((inner, i) => Read(inner, shape.ItemAt(i), PositionEncodings.At(encoding.Node, i), $"{where}[{i}]", depth + 1))]);
    }
}
