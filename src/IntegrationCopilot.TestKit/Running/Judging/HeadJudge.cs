using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether HEAD answers as GET does.</summary>
internal static class HeadJudge
{
    private const string ContentType = "Content-Type";

    public static Judgement Judge(HeadAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (context.Control is not { IsAsDescribed: true, Exchange: { } read })
            return Judgement.CannotTell($"GET was not answered as described ({context.Control?.Reason ?? "it was not sent"}), so that nothing can be compared");
        if (exchange.Response?.Status is not { } status) return Judgement.CannotTell("no answer came");
        if (status != read.Response!.Status) return Judgement.Fails($"{JudgeContext.Describe(exchange)}, where GET answered {read.Response.Status}");
        return exchange.Header(ContentType) is { } type && read.Header(ContentType) is { } wanted && type != wanted
            ? Judgement.Fails($"{ContentType} is '{type}', where GET answered '{wanted}'") : Judgement.Holds;
    }
}
