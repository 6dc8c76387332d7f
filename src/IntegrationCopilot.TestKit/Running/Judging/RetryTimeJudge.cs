using System.Net.Http.Headers;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether an answer says when to try again, in a form that clients can read.</summary>
internal static class RetryTimeJudge
{
    private const string Header = "Retry-After";

    public static Judgement Judge(RetryTimeAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Header(Header) is { } text)
            return Judgement.Of(RetryConditionHeaderValue.TryParse(text, out _),
                $"the header {Header} is '{text}', neither seconds nor a date (RFC 9110, section 10.2.3)");
        return Judgement.Of(AskedPause.Of(exchange, TimeProvider.System) is not null,
            $"the header {Header} is missing, and no header of a rate limit says when; {JudgeContext.Describe(exchange)}");
    }
}
