using System.Text;
using System.Text.Unicode;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One representation of a body, ready to be checked.</summary>
internal sealed class BodyPlan
{
    private readonly CompiledSchema? schema;
    private readonly CompiledSchema? itemSchema;
    private readonly FormEncodings encodings;
    private readonly Lazy<ValueCheck> check;

    public BodyPlan(ApiMediaType media, PlanContext context)
    {
        Media = media;
        Name = MediaTypeName.Parse(media.Name);
        schema = context.SchemaOf(media.Schema);
        itemSchema = context.SchemaOf(media.ItemSchema);
        encodings = new FormEncodings(media.Encoding);
        check = new Lazy<ValueCheck>(() => context.CheckOf(media.Schema, embedsJson: true));
    }

    public ApiMediaType Media { get; }

    public MediaTypeName Name { get; }

    /// <summary>Checks a body by the media type it was sent with. Bytes that are neither JSON, form nor text are not looked into.</summary>
    public void Check(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (sent.IsJson) CheckJson(JsonOf(body, sent), schema, "body", report);
        else if (sent.IsJsonSequence) CheckSequence(body, report);
        else if (sent.IsForm) CheckForm(body, report);
        else if (sent.IsMultipartForm) CheckMultipart(sent, body, report);
        else if (sent.IsText) CheckText(sent, body, report);
    }

    private static void CheckJson(ReadOnlyMemory<byte> utf8, CompiledSchema? judge, string where, FindingReport report)
    {
        if (judge is not null && judge.IsValid(utf8.Span)) return;
        if (JsonTexts.FaultIn(utf8.Span) is { } fault) report.Error(FindingCodes.MalformedBody, where, $"The body is not JSON: {fault}.", expected: "JSON", actual: fault);
        else if (judge is not null) report.AddRange(judge.Validate(utf8, where));
    }

    private void CheckSequence(ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (itemSchema is null) return;
        var number = 0;
        var errorsAllowed = report.Options.MaxFindings;
        foreach (var range in body.Span.SplitAny("\n\u001e"u8))
        {
            var line = body.Span[range].Trim(" \t\r"u8);
            if (line.IsEmpty) continue;
            if (!itemSchema.IsValid(line) && errorsAllowed-- > 0) CheckJson(line.ToArray(), itemSchema, $"body[{number}]", report);
            number++;
        }
    }

    private void CheckForm(ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (!Utf8.IsValid(body.Span))
        {
            report.Error(FindingCodes.MalformedBody, "body", "The form is not UTF-8 text.");
            return;
        }
        var fields = FieldSet.OfQuery(Encoding.UTF8.GetString(body.Span));
        check.Value.Check(FormReading.ReadAll(fields, check.Value.Shape, encodings, report.Lenient), "body", report);
    }

    private void CheckMultipart(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var boundary = sent.Parameter("boundary");
        var fault = "its media type names no boundary";
        List<MultipartPart> parts = string.IsNullOrEmpty(boundary) ? [] : MultipartReader.Read(body, boundary, out fault);
        if (fault is not null) report.Error(FindingCodes.MalformedBody, "body", $"The multipart body cannot be read: {fault}.", expected: "multipart/form-data", actual: fault);
        // A schema of a string or bytes under a form says that the form is not described, not that it is something else.
        else if (check.Value.Shape.Allows(JsonTypes.Object)) check.Value.Check([MultipartReading.Read(parts, check.Value.Shape, encodings, report)], "body", report);
    }

    /// <summary>Text is a string, or what its schema makes of it. Schemas of objects under text types describe what the text means, not its form, unless it is JSON.</summary>
    private void CheckText(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        if (schema is null || check.Value.Shape.IsBinary) return;
        var utf8 = JsonOf(body, sent);
        if (check.Value.Shape.Allows(JsonTypes.String | JsonTypes.Number | JsonTypes.Integer | JsonTypes.Boolean))
            check.Value.Check([new WireText(Encoding.UTF8.GetString(utf8.Span))], "body", report);
        else if (JsonTexts.FaultIn(utf8.Span) is null)
            CheckJson(utf8, schema, "body", report);
    }

    /// <summary>The body as UTF-8 without byte order mark, whatever <c>charset</c> it was sent in.</summary>
    private static ReadOnlyMemory<byte> JsonOf(ReadOnlyMemory<byte> body, MediaTypeName sent)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) return body[3..];
        var encoding = sent.Parameter("charset")?.ToLowerInvariant() switch
        {
            "utf-16" or "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "iso-8859-1" or "latin1" => Encoding.Latin1,
            _ => null,
        };
        return encoding is null ? body : Encoding.UTF8.GetBytes(encoding.GetString(body.Span).TrimStart('\uFEFF'));
    }
}
