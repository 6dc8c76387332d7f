using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>What a status nobody hoped for usually means.</summary>
internal static class StatusHints
{
    public static string Of(Exchange exchange, JudgeContext context) => (context.Outcome.Step.Credentials, exchange.Response?.Status) switch
    {
        (StepCredentials.None, >= 200 and < 300) => ": the API let a request without credentials in",
        (StepCredentials.Wrong or StepCredentials.Malformed or StepCredentials.Short or StepCredentials.Expired, >= 200 and < 300) =>
            ": the API let credentials in that are nobody's",
        (StepCredentials.OtherCaller, >= 200 and < 300) => ": the API shows what is another caller's",
        (StepCredentials.OtherCaller, 401) => ": the API does not know the credentials of the other caller",
        (StepCredentials.Valid, 401) => ": the API does not know the credentials of this environment",
        (StepCredentials.Valid, 403) => ": the credentials may not do this; a scope or permission may be missing",
        (StepCredentials.Valid, 429) => ": the API limits how many requests may be sent; run fewer cases at a time",
        (_, >= 300 and < 400) => ": the API sent us elsewhere; the base URL may need another scheme or path",
        (_, >= 500) => ": the server failed instead of refusing or answering",
        _ => "",
    };
}
