namespace IntegrationCopilot.MockGen;

/// <summary>What a fault does, and where in the way of a request it stands.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Around">Name of the built-in behaviour that it undoes; null when it stands by itself.</param>
/// <param name="Build">What is done with the requests of an operation: given what is done with the behaviour it undoes, and without it, which is the same
/// when there is none.</param>
internal sealed record FaultAct(MockStage Stage, string? Around, Func<FaultSite, MockStep, MockStep, MockStep> Build)
{
    /// <summary>Spoils answers on their way out.</summary>
    /// <param name="spoil">The spoilt answer; null to leave it as it is.</param>
    public static FaultAct Spoil(Func<FaultSite, MockRequest, MockReply, MockReply?> spoil) => new(MockStage.Exchange, null, (site, next, _) => async request =>
    {
        var reply = await next(request);
        return spoil(site, request, reply) is { } spoilt ? site.Mark(spoilt) : reply;
    });

    /// <summary>Spoils good answers on their way out.</summary>
    public static FaultAct SpoilSuccess(Func<FaultSite, MockReply, MockReply?> spoil) =>
        Spoil((site, _, reply) => reply.Status is >= 200 and < 300 ? spoil(site, reply) : null);

    /// <summary>Lets in what a behaviour has refused.</summary>
    /// <param name="behaviour">Its name.</param>
    /// <param name="letsIn">Whether this refusal is overlooked.</param>
    public static FaultAct Overlook(string behaviour, Func<MockRequest, MockReply, bool> letsIn) =>
        new(MockStage.Exchange, behaviour, (site, with, without) => async request =>
    {
        var reply = await with(request);
        return reply.Status >= 400 && letsIn(request, reply) ? site.Mark(await without(request)) : reply;
    });

    /// <summary>Leaves a behaviour out.</summary>
    /// <param name="behaviour">Its name.</param>
    public static FaultAct Skip(string behaviour) =>
        new(MockStage.Exchange, behaviour, (site, _, without) => async request => site.Mark(await without(request)));

    /// <summary>Does something else than what is further in.</summary>
    public static FaultAct Instead(MockStage stage, Func<FaultSite, MockRequest, MockStep, ValueTask<MockReply>> answer) =>
        new(stage, null, (site, next, _) => request => answer(site, request, next));

    /// <summary>Hands a changed request further in.</summary>
    /// <param name="stage">Where.</param>
    /// <param name="change">The changed request; null to leave it as it is.</param>
    public static FaultAct Rewrite(MockStage stage, Func<FaultSite, MockRequest, Validator.RecordedRequest?> change) =>
        Instead(stage, async (site, request, next) =>
        change(site, request) is { } changed ? site.Mark(await next(request.With(changed))) : await next(request));
}
