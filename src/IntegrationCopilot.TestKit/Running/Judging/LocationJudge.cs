using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether <c>Location</c> of an answer leads to what it should.</summary>
internal static class LocationJudge
{
    public static Judgement Judge(LocatedAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Response?.Status is not (201 or 202)) return Judgement.CannotTell($"{JudgeContext.Describe(exchange)}, which says nothing of a place");
        if (context.Outcome.Located is not { } located) return Judgement.CannotTell("the answer has no Location");
        if (located.Problem is { } problem) return Judgement.Fails(problem);
        if (located.Stop is { } stop) return Judgement.CannotTell(stop);
        var judgement = Judge(assertion, exchange, located.Exchange!, located.Url);
        return judgement with { Exchange = judgement.Exchange ?? located.Exchange };
    }

    private static Judgement Judge(LocatedAssertion assertion, Exchange exchange, Exchange there, string url)
    {
        var said = $"Location is '{url}', and there {JudgeContext.Describe(there)}";
        return there.Response?.Status switch
        {
            404 or 410 => Judgement.Fails(said),
            405 or 406 or 501 => Judgement.HoldsSoFar("it is there, and cannot be read with GET"),
            >= 300 and < 400 => Judgement.HoldsSoFar("it leads elsewhere from there"),
            503 when there.Header("Retry-After") is not null => Judgement.CannotTell(said),
            >= 500 => Judgement.Fails(said),
            null or not (>= 200 and < 300) => Judgement.CannotTell(said),
            _ => assertion.Pointer is { } pointer ? IsSame(pointer, exchange, there, url) : Judgement.Holds,
        };
    }

    private static Judgement IsSame(string pointer, Exchange exchange, Exchange there, string url)
    {
        if (JsonValues.Find(exchange.Json, pointer) is not { } name) return Judgement.CannotTell($"the answer has nothing at {pointer}");
        if (JsonValues.Find(there.Json, pointer) is not { } read) return Judgement.Fails($"Location is '{url}', and what is there has nothing at {pointer}");
        return SameValues.Are(name, read) ? Judgement.Holds
            : Judgement.Fails($"Location is '{url}', and what is there is {JudgeContext.Short(read)}, not {JudgeContext.Short(name)}");
    }
}
