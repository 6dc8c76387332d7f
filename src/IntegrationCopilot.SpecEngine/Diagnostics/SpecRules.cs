namespace IntegrationCopilot.SpecEngine;

/// <summary>The rules about the text of a document: what keeps it from being read as a tree.</summary>
internal static class SpecRules
{
    public static readonly SpecRule NotUtf8 = new("not-utf8", ProblemSeverity.Error,
        "The document is not UTF-8 text. Save it as UTF-8; if it is an archive, an image or another binary file, import the API description itself.",
        "RFC 8259, section 8.1: JSON text MUST be encoded using UTF-8");

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
