using System.Globalization;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>What a reader can do about a cause.</summary>
internal static class NextSteps
{
    public static string Of(CaseCause cause) => cause.Kind switch
    {
        CauseKind.NotRefused when cause.Rule?.Kind is RuleKind.Credentials or RuleKind.CredentialsForm =>
            $"Let the API answer {Statuses(cause)} to such a request, or describe that the operation needs no credentials.",
        CauseKind.NotRefused =>
            $"Let the API answer {Statuses(cause)} to such a request, or take the rule out of {Place(cause)} if the API is right to accept it.",
        CauseKind.RefusedOtherwise => $"Let the API answer {Statuses(cause)}, or describe the status {Status(cause)} for this operation.",
        CauseKind.ServerFailed =>
            "Send the request again and look for the error in the log of the server. A request, right or wrong, should never make it fail.",
        CauseKind.NotAsDescribed => $"Let the API answer as {Place(cause)} describes, or correct the document there.",
        CauseKind.NotAsExpected => "Send the request again and compare the answer with what is expected.",
        CauseKind.NotJudged => OfUnjudged(cause.Status),
        _ => "Remove what the reason names and run again: until then nothing is known about these cases.",
    };

    private static string OfUnjudged(int? status) => status switch
    {
        401 or 403 or 407 => "Give credentials that may do this, and run again.",
        404 or 410 => "Give a value that names something that exists, and run again.",
        409 or 412 => "Bring the API into the state that the request needs, or give values that are free, and run again.",
        429 => "Run fewer cases at a time, or ask for a higher limit.",
        >= 500 => "Look for the error in the log of the server: even the request without a mistake did not succeed.",
        >= 300 and < 400 => "Give the base URL that the API answers at itself.",
        _ => "Give values that the API accepts, and run again: then the case can be judged.",
    };

    private static string Statuses(CaseCause cause) => cause.Expected.Count == 0 ? "with a refusal" : string.Join(" or ", cause.Expected);

    private static string Status(CaseCause cause) => cause.Status?.ToString(CultureInfo.InvariantCulture) ?? "that came";

    private static string Place(CaseCause cause) =>
        cause.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line} of the document") : "the document";
}
