using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.Validator.AspNetCore;

/// <summary>What a refused request is answered with.</summary>
internal static class RequestProblems
{
    public static IResult Of(IReadOnlyList<Finding> findings) => Results.Problem(
        "The request does not conform to the description of this API.", statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = findings.Select(Entry).ToList() });

    public static IResult TooLarge(int maxBytes) => Results.Problem(
        string.Create(CultureInfo.InvariantCulture, $"The body is longer than {maxBytes} bytes."), statusCode: StatusCodes.Status413PayloadTooLarge);

    public static IResult NotGenuine(WebhookVerification verification) =>
        Results.Problem(verification.Message, statusCode: StatusCodes.Status401Unauthorized);

    private static Dictionary<string, string?> Entry(Finding finding) => new(StringComparer.Ordinal)
    {
        ["detail"] = finding.Message,
        ["where"] = finding.Where,
        ["pointer"] = finding.Pointer,
        ["code"] = finding.Code,
    };
}
