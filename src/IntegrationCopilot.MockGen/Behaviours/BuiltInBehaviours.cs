using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The behaviours every mock has, those of a stage from the outside in.</summary>
internal static class BuiltInBehaviours
{
    public static IEnumerable<IMockBehaviour> For(MockEngine engine, MessageValidator validator, StateModel model, ThingKeeper keeper)
    {
        var options = engine.Options;
        var tokens = new AccessTokens(options.Seed, options.TokenLifetime, options.Clock);
        return
        [
            .. options.Cors ? [new CorsBehaviour(validator)] : Array.Empty<IMockBehaviour>(),
            new PreferencesBehaviour(),
            new DelayBehaviour(MockStage.Exchange),
            new OverridesBehaviour(engine.Overrides, validator),
            new OwnPathsBehaviour(engine, new TokenEndpoint(options.Credentials, tokens)),
            new RateLimitBehaviour(options),
            new CredentialsBehaviour(new CredentialCheck(options.Credentials, tokens, options.Authentication), options.Authentication),
            new ValidationBehaviour(validator),
            .. options.State ? new IMockBehaviour[] { new IdempotencyBehaviour(keeper.Store, options.Clock) } : [],
            new DelayBehaviour(MockStage.Processing),
            new TroubleBehaviour(options),
            new ConditionBehaviour(model.Spec, model.Samples, options.Clock),
            .. options.State ? new IMockBehaviour[] { new RefundBehaviour(model, keeper), new StateBehaviour(model, keeper) } : [],
            .. options.State ? new IMockBehaviour[] { new ShownListBehaviour(model) } : [],
            new DeliveriesBehaviour(model.Spec, engine.Deliveries, options.Deliveries.Defect),
        ];
    }
}
