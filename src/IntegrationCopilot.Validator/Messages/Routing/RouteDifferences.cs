namespace IntegrationCopilot.Validator;

/// <summary>Findings as differences from an operation.</summary>
internal static class RouteDifferences
{
    public static RouteDifference Of(Finding finding) =>
        new() { Kind = KindOf(finding), Where = finding.Where, Expected = finding.Expected, Actual = finding.Actual, Finding = finding };

    private static RouteDifferenceKind KindOf(Finding finding) => finding.Code switch
    {
        FindingCodes.MissingCredentials or FindingCodes.MalformedCredentials => RouteDifferenceKind.Credential,
        FindingCodes.UndocumentedContentType or FindingCodes.MissingContentType when finding.Where == "header.Content-Type" => RouteDifferenceKind.ContentType,
        _ => finding.Where.StartsWith("body", StringComparison.Ordinal) ? RouteDifferenceKind.Body : RouteDifferenceKind.Parameter,
    };
}
