using System.Text;
using System.Text.Unicode;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Checks urlencoded forms.</summary>
internal sealed class FormCheck
{
    /// <summary>As deep as JSON is read from other bodies by default.</summary>
    private const int MaxNesting = 64;
    private const int MaxNames = 2_000;
    private readonly ValueCheck check;
    private readonly FormEncodings encodings;

    public FormCheck(ApiMediaType media, PlanContext context)
    {
        check = context.CheckOf(media.Schema, embedsJson: true);
        encodings = new FormEncodings(media.Encoding);
    }

    public void Check(MediaTypeName sent, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var utf8 = BodyText.Utf8Of(body, sent);
        if (!Utf8.IsValid(utf8.Span))
        {
            report.Error(FindingCodes.MalformedBody, "body", "The form is not UTF-8 text.", expected: "UTF-8");
            return;
        }
        var fields = FieldSet.OfQuery(Encoding.UTF8.GetString(utf8.Span));
        if (fields.Names.Skip(MaxNames).Any())
        {
            report.Error(FindingCodes.MalformedBody, "body", $"The form has fields of more than {MaxNames} names.", expected: $"at most {MaxNames} names");
            return;
        }
        if (fields.Names.Any(name => name.Count(c => c == '[') > MaxNesting))
        {
            report.Error(FindingCodes.MalformedBody, "body", $"A field of the form is nested deeper than {MaxNesting} levels.",
                expected: $"at most {MaxNesting} levels");
            return;
        }
        CheckEmbedded(fields, report);
        if (check.TryAccept(FormReading.ReadAll(fields, check.Shape, encodings, lenient: false), "body", report)) return;
        if (!report.Lenient) check.Check(FormReading.ReadAll(fields, check.Shape, encodings, lenient: false), "body", report);
        else if (check.TryAccept(FormReading.ReadAll(fields, check.Shape, encodings, lenient: true), "body", report))
            report.Warning(FindingCodes.LooseSpelling, "body", "The form is read, but a field of it is not spelled as its encoding describes.", encodings.Node);
        else check.Check(FormReading.ReadAll(fields, check.Shape, encodings, lenient: true), "body", report);
    }

    /// <summary>Fields that are JSON by their encoding.</summary>
    private void CheckEmbedded(FieldSet fields, FindingReport report)
    {
        foreach (var name in encodings.Names.Where(n => encodings.Of(n) is { UsesStyle: false, IsJson: true }))
            foreach (var field in fields.Of(name))
            {
                var text = PercentCoding.Decode(field.Raw, plusIsSpace: true);
                if (JsonTexts.FaultIn(Encoding.UTF8.GetBytes(text)) is { } fault && !check.Shape.Property(name).Allows(JsonTypes.String))
                    report.Add(JsonCheck.Malformed($"body.{name}", "", fault));
            }
    }
}
