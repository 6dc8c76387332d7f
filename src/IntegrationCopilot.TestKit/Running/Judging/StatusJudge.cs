using System.Globalization;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges statuses.</summary>
internal static class StatusJudge
{
    public static string Describe(StatusAssertion assertion) =>
        $"the status is {string.Join(" or ", assertion.OneOf)}{(assertion.Except.Count == 0 ? "" : $" but not {string.Join(" or ", assertion.Except)}")}";

    public static Judgement Judge(StatusAssertion assertion, Exchange exchange, JudgeContext context) =>
        Judgement.Of(exchange.Response is { } response && Covers(assertion.OneOf, response.Status) && !Covers(assertion.Except, response.Status),
            JudgeContext.Describe(exchange) + Hint(exchange, context));

    private static bool Covers(IReadOnlyList<string> codes, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return codes.Any(code =>
            code.Equals(text, StringComparison.Ordinal) || (code.EndsWith("XX", StringComparison.OrdinalIgnoreCase) && code[0] == text[0]));
    }

    private static string Hint(Exchange exchange, JudgeContext context) => (context.Outcome.Step.Credentials, exchange.Response?.Status) switch
    {
        (StepCredentials.None, >= 200 and < 300) => ": the API let a request without credentials in",
        (StepCredentials.Wrong or StepCredentials.Malformed or StepCredentials.Expired, >= 200 and < 300) => ": the API let credentials in that are nobody's",
        (StepCredentials.Valid, 401) => ": the API does not know the credentials of this environment",
        (StepCredentials.Valid, 403) => ": the credentials may not do this; a scope or permission may be missing",
        (StepCredentials.Valid, 429) => ": the API limits how many requests may be sent; run fewer cases at a time",
        (_, >= 300 and < 400) => ": the API sent us elsewhere; the base URL may need another scheme or path",
        (_, >= 500) => ": the server failed instead of refusing or answering",
        _ => "",
    };
}
