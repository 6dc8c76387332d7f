using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells steps that send what an API should not take.</summary>
internal static class BrokenSteps
{
    /// <summary>Whether a step does so, apart from its credentials.</summary>
    public static bool IsOne(TestStep step) => step.Control is not null && step.Assertions.Any(assertion => assertion is RobustAssertion
        or RefusedAssertion { Rule.Kind: not (RuleKind.Credentials or RuleKind.CredentialsForm) });
}
