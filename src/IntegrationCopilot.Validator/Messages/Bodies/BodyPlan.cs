using System.Text;
using System.Text.Unicode;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One representation of a body, ready to be checked.</summary>
internal sealed class BodyPlan
{
    private readonly CompiledSchema? schema;
    private readonly bool isByteFormat;
    private readonly Lazy<ValueCheck> check;
    private readonly Lazy<FormCheck> form;
    private readonly Lazy<MultipartCheck> multipart;
    private readonly Lazy<SequenceCheck> sequence;
    private readonly Lazy<XmlCheck> xml;

    public BodyPlan(ApiMediaType media, PlanContext context)
    {
        Media = media;
        Name = media.Type;
        schema = context.SchemaOf(media.Schema);
        isByteFormat = context.Spec.Resolve(media.Schema) is var target && target["format"].IsString("byte") && !target["contentEncoding"].IsDefined;
        check = new Lazy<ValueCheck>(() => context.CheckOf(media.Schema, embedsJson: true));
        form = new Lazy<FormCheck>(() => new FormCheck(media, context));
        multipart = new Lazy<MultipartCheck>(() => new MultipartCheck(media, context));
        sequence = new Lazy<SequenceCheck>(() => new SequenceCheck(media, context));
        xml = new Lazy<XmlCheck>(() => new XmlCheck(context.Spec, media.Schema, schema));
    }

    public ApiMediaType Media { get; }

    public MediaTypeName Name { get; }

    /// <summary>Checks a body by the media type it was sent with.</summary>
    public void Check(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (sent.IsJson && Media.IsStream) CheckStream(BodyText.Utf8Of(body, sent), report);
        else if (sent.IsJson) JsonCheck.Check(BodyText.Utf8Of(body, sent), schema, "body", report);
        else if (sent.IsForm) form.Value.Check(sent, body, report);
        else if (sent.IsMultipart) multipart.Value.Check(sent, body, report);
        else if (sent.IsSequence) sequence.Value.Check(sent, body, report);
        else if (sent.IsXml) xml.Value.Check(sent, body, report);
        else if (sent.IsText) CheckText(sent, body, report);
        else CheckBytes(sent, body, report);
    }

    private void CheckStream(ReadOnlyMemory<byte> utf8, FindingReport report)
    {
        foreach (var (number, value) in JsonSequences.Values(utf8).Index()) JsonCheck.Check(value, schema, $"body[{number}]", report, $"/{number}");
    }

    /// <summary>
    /// Text is a string, or what its schema makes of it. Schemas of objects under text types describe what the text means, not its form, unless it is JSON.
    /// </summary>
    private void CheckText(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (schema is null) return;
        var shape = check.Value.Shape;
        if (shape.IsBinary)
        {
            CheckBytes(sent, body, report);
            return;
        }
        var utf8 = BodyText.Utf8Of(body, sent);
        if (shape.Allows(JsonTypes.String | JsonTypes.Number | JsonTypes.Integer | JsonTypes.Boolean))
            check.Value.Check([new WireText(Encoding.UTF8.GetString(utf8.Span))], "body", report);
        else if (JsonTexts.FaultIn(utf8.Span) is null) JsonCheck.Check(utf8, schema, "body", report);
        else ReportUnchecked(sent, report);
    }

    /// <summary>
    /// Of bytes only the number is judged; base64 is text. <c>format: byte</c> under a type that is no text is written for plain bytes as often as for base64.
    /// </summary>
    private void CheckBytes(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (schema is null) return;
        var shape = check.Value.Shape;
        if (!shape.Allows(JsonTypes.String)) ReportUnchecked(sent, report);
        else if (!shape.IsEncoded || (!sent.IsText && isByteFormat)) check.Value.Check([new WireBytes(body.Length)], "body", report);
        else if (Utf8.IsValid(body.Span)) check.Value.Check([new WireText(Encoding.UTF8.GetString(body.Span))], "body", report);
        else report.Error(FindingCodes.MalformedBody, "body", "The body is not the encoded text that its schema describes.", Media.Schema, "base64", "bytes");
    }

    private void ReportUnchecked(MediaTypeName sent, FindingReport report) =>
        report.Warning(FindingCodes.UncheckedBody, "body",
            $"Bodies of the type '{ValueText.Shorten(sent.Essence)}' are not looked into, so this one was not checked against its schema.", Media.Schema);
}
