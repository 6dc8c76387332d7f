using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The behaviours every mock has, those of a stage from the outside in.</summary>
internal static class BuiltInBehaviours
{
    public static IEnumerable<IMockBehaviour> For(MockEngine engine, MessageValidator validator)
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
            new CredentialsBehaviour(new CredentialCheck(options.Credentials, tokens)),
            new ValidationBehaviour(validator),
            new DelayBehaviour(MockStage.Processing),
        ];
    }
}
