namespace IntegrationCopilot.Validator;

/// <summary>Checks JSON texts, whole bodies or parts of them.</summary>
internal static class JsonCheck
{
    /// <summary>Checks a text.</summary>
    /// <param name="utf8">The text, UTF-8.</param>
    /// <param name="judge">The schema; null when there is none.</param>
    /// <param name="where">What the text is called.</param>
    /// <param name="report">Receives the findings.</param>
    /// <param name="pointer">Where the text stands in the body.</param>
    public static void Check(ReadOnlyMemory<byte> utf8, CompiledSchema? judge, string where, FindingReport report, string pointer = "")
    {
        if (pointer.Length == 0) report.Read(where, utf8);
        if (judge is not null && judge.Judge(utf8.Span, null, out var isRemarkable) && !isRemarkable) return;
        if (JsonTexts.FaultIn(utf8.Span) is { } fault) report.Add(Malformed(where, pointer, fault));
        else if (judge is not null) report.AddRange(Placed(judge.Validate(utf8, where), pointer));
    }

    public static Finding Malformed(string where, string pointer, string fault) => new()
    {
        Code = FindingCodes.MalformedBody,
        Where = where,
        Pointer = pointer,
        Message = where == "body" ? $"The body is not JSON: {fault}." : $"This is not JSON: {fault}.",
        Expected = "JSON",
        Actual = fault,
    };

    /// <summary>Findings about a value that stands deeper in the body.</summary>
    public static IEnumerable<Finding> Placed(IEnumerable<Finding> findings, string pointer) =>
        pointer.Length == 0 ? findings : findings.Select(f => f with { Pointer = pointer + f.Pointer });
}
