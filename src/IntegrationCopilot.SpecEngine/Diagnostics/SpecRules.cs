namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about the text of a document: what keeps it from being read as a tree.</summary>
internal static class SpecRules
{
    public static readonly SpecRule NotUtf8 = new("not-utf8", ProblemSeverity.Error,
        "The document is not UTF-8 text: byte {0} (0x{1:X2}) begins no character. It may be Latin-1 or Windows-1252; save it as UTF-8.",
        "RFC 8259, section 8.1: JSON text MUST be encoded using UTF-8");

    public static readonly SpecRule BadUtf16 = new("not-utf16", ProblemSeverity.Error,
        "The document begins as UTF-16 text but does not go on as such. Save it as UTF-8.", "RFC 2781, section 3: surrogates come in pairs");

    public static readonly SpecRule Utf32 = new("utf32", ProblemSeverity.Error,
        "The document is UTF-32 text, which is not read. Save it as UTF-8.", "RFC 8259, section 8.1: JSON text MUST be encoded using UTF-8");

    public static readonly SpecRule Empty = new("empty-document", ProblemSeverity.Error,
        "The document is empty{0}. Check that the right file was saved or sent.", "OpenAPI 3.1.1, section 4.3");

    public static readonly SpecRule NotText = new("binary-document", ProblemSeverity.Error,
        "The document is {0}, not text. Name the API description itself.", "OpenAPI 3.1.1, section 4.3: represented in JSON or YAML format");

    public static readonly SpecRule Markup = new("markup-document", ProblemSeverity.Error,
        "The document is {0}. Name the API description itself.", "OpenAPI 3.1.1, section 4.3: represented in JSON or YAML format");

    public static readonly SpecRule YamlNamedJson = new("yaml-named-json", ProblemSeverity.Warning,
        "The document is YAML though its name ends in .json. Other tools will refuse it; rename it.", "");

    public static readonly SpecRule TooLarge = new("document-too-large", ProblemSeverity.Error,
        "The document is larger than the limit of {0} bytes. Split it, or raise the limit.", "");

    public static readonly SpecRule TooManyNodes = new("too-many-nodes", ProblemSeverity.Error,
        "The document has more than {0} values. Split it, or raise the limit.", "");

    public static readonly SpecRule TooDeep = new("too-deep", ProblemSeverity.Error,
        "The document is nested deeper than {0} levels here. Flatten it, or raise the limit.", "");

    public static readonly SpecRule JsonTruncated = new("json-truncated", ProblemSeverity.Error,
        "The JSON text ends before the document is complete. Check that the whole file was saved or sent.",
        "RFC 8259, section 2: JSON text is one serialized value");

    public static readonly SpecRule JsonSyntax = new("json-syntax", ProblemSeverity.Error,
        "This is not valid JSON: {0}. Correct the text here.", "RFC 8259, section 2");

    public static readonly SpecRule MoreProblems = new("more-problems", ProblemSeverity.Information,
        "{0} further problems are not listed. Raise the limit to see them.", "");
}
