using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Cases that mostly wait, on purpose and for the mock: they need no processor, so that many run side by side, beside the others.</summary>
internal static class DeliberateWaits
{
    /// <summary>How many of them wait at the same time.</summary>
    public const int SideBySide = 32;

    /// <summary>Whether a test makes the mock wait, or waits itself.</summary>
    public static bool In(GoldenTest test) =>
        test.Steps.Any(step => step.Mock?.DelayMs is > 0 || step.TimeoutMs is not null || step.WaitForRetryAfterOf is not null);
}
