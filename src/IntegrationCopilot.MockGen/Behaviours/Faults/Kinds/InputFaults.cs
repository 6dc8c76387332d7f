using System.Collections.Frozen;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Accepts requests that do not conform, one kind of rule at a time.</summary>
internal static class InputFaults
{
    private const string Validation = "JSON Schema 2020-12, Validation";
    private const string Body = "OpenAPI 3.1.1, section 4.8.13 (Request Body Object)";
    private const string Parameter = "OpenAPI 3.1.1, section 4.8.12 (Parameter Object)";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        InBody("missing-field-accepted", "Accepts a body without a required field.", "A body has all members named in 'required'.",
            $"{Validation}, section 6.5.3", place => place.Required, "required", "dependentRequired"),
        InBody("wrong-type-accepted", "Accepts a value of another type.", "A value has a type named in 'type'.", $"{Validation}, section 6.1.1",
            place => place.Find("type").IsDefined, "type"),
        InBody("unknown-enum-value-accepted", "Accepts a value that is not in the enumeration.", "A value is one of those in 'enum'.",
            $"{Validation}, section 6.1.2", place => place.Find("enum").IsDefined || place.Find("const").IsDefined, "enum", "const"),
        InBody("out-of-range-accepted", "Accepts a number beyond its bounds.", "A number lies within 'minimum' and 'maximum'.", $"{Validation}, section 6.2",
            place => Has(place, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), "minimum", "maximum", "exclusiveMinimum",
            "exclusiveMaximum", "multipleOf"),
        InBody("wrong-length-accepted", "Accepts texts and lists that are too long or too short.", "Texts and lists have lengths within their bounds.",
            $"{Validation}, sections 6.3 and 6.4",
            place => Has(place, "minLength", "maxLength", "minItems", "maxItems"), "minLength", "maxLength", "minItems", "maxItems"),
        InBody("pattern-mismatch-accepted", "Accepts a text that does not match its pattern.", "A text matches 'pattern'.", $"{Validation}, section 6.3.3",
            place => Has(place, "pattern"), "pattern"),
        InBody("bad-format-accepted", "Accepts a text that is not of its format.", "A text has the format that is named.", $"{Validation}, section 7.3",
            place => Has(place, "format"), "format"),
        InBody("extra-field-accepted", "Accepts a field that a closed object does not have.", "A closed object has only members that are described.",
            "JSON Schema 2020-12, Core, section 10.3.2.3", place => place.Closed, "additionalProperties", "unevaluatedProperties"),
        New("broken-json-accepted", "Accepts a body that is no JSON.", "A body is what its content type says.",
            "RFC 9110, section 15.5.1; RFC 8259, section 2", HasJson, finding =>
            finding.Code == FindingCodes.MalformedBody || finding.Code.Contains("json", StringComparison.Ordinal)),
        New("missing-body-accepted", "Accepts a request without the body it needs.", "A required body is sent.", Body,
            subject => subject.Operation.RequestBody is { Required: true }, finding => finding.Code == FindingCodes.MissingBody),
        New("wrong-content-type-accepted", "Accepts a body of a type that is not described.",
            "A body has a content type that is described; others are answered with 415.", $"{Body}; RFC 9110, section 15.5.16", HasJson,
            finding => finding.Code is FindingCodes.UndocumentedContentType or FindingCodes.MissingContentType),
        New("missing-parameter-accepted", "Accepts a request without a required parameter.", "Required parameters are sent.", Parameter,
            subject =>
                subject.Operation.Parameters.Any(p => p.Required && p.Place != ParameterPlace.Path), finding => finding.Code == FindingCodes.MissingParameter),
        New("bad-parameter-accepted", "Accepts a parameter whose value its schema refuses.", "Parameters have the values that are described.", Parameter,
            subject => subject.Operation.Parameters.Any(p => p.Schema.IsDefined || p.Content is not null),
            finding => IsOfParameter(finding) && finding.Code != FindingCodes.MissingParameter),
    ];

    private static MockFault InBody(string id, string title, string rule, string source, Func<FieldPlace, bool> kind, params string[] keywords)
    {
        var overlooked = keywords.Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToFrozenSet(StringComparer.Ordinal);
        return New(id, title, rule, source, subject => subject.Takes(kind), finding => !IsOfParameter(finding) && overlooked.Contains(finding.Code));
    }

    private static MockFault New(string id, string title, string rule, string source, Func<FaultSubject, bool> applies, Func<Finding, bool> overlooks) =>
        new(id, FaultArea.Input, title, rule, source, applies, FaultAct.Overlook("validation", (request, _) => Overlooks(request, overlooks)));

    /// <summary>Whether nothing else is wrong.</summary>
    private static bool Overlooks(MockRequest request, Func<Finding, bool> overlooks)
    {
        var errors = request.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        return errors.Count > 0 && errors.TrueForAll(finding => overlooks(finding));
    }

    private static bool IsOfParameter(Finding finding) =>
        finding.Where.Length > 0 && !finding.Where.StartsWith("body", StringComparison.Ordinal) && finding.Where != "header.Content-Type";

    private static bool HasJson(FaultSubject subject) => subject.Operation.RequestBody?.Content.Any(media => media.IsJson) == true;

    private static bool Has(FieldPlace place, params ReadOnlySpan<string> keywords)
    {
        foreach (var keyword in keywords)
            if (place.Find(keyword).IsDefined) return true;
        return false;
    }
}
