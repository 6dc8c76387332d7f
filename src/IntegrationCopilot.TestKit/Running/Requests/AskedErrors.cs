using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells requests that are meant to fail from those that are not: only of the latter does an error say that something is wrong.</summary>
internal static class AskedErrors
{
    /// <summary>Whether a step is sent to be answered with an error or with silence, or may be because it repeats another on purpose.</summary>
    public static bool Asks(TestStep step) => step.Credentials != StepCredentials.Valid || step.Mock?.Status >= 400 || step.Assertions.Any(Asks);

    private static bool Asks(TestAssertion assertion) => assertion switch
    {
        RefusedAssertion or RobustAssertion or HeadAssertion or ErrorShapeAssertion or TimesOutAssertion or NoSecondEffectAssertion or OneEffectAssertion =>
            true,
        StatusAssertion status => status.OneOf.Count > 0 && status.OneOf.All(code => code[0] is '4' or '5'),
        _ => false,
    };
}
