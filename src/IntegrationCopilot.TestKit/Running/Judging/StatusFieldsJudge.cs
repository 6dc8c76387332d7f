using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether an answer has the header fields that its status demands.</summary>
internal static class StatusFieldsJudge
{
    public static Judgement Judge(StatusFieldsAssertion assertion, Exchange exchange, JudgeContext context)
    {
        var (field, ground) = exchange.Response?.Status switch
        {
            401 => ("WWW-Authenticate", "RFC 9110, section 15.5.2"),
            405 => ("Allow", "RFC 9110, section 15.5.6"),
            _ => (null, ""),
        };
        return field is null || exchange.Header(field) is not null
            ? Judgement.Holds : Judgement.Fails($"{JudgeContext.Describe(exchange)} without the header {field}, which {ground} demands");
    }
}
