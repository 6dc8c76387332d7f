using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Why a request about test runs can fail, beside what its fields say.</summary>
internal static class TestRunErrors
{
    public static readonly OutcomeError NotFound = OutcomeError.NotFound("test run");

    public static readonly OutcomeError CaseNotFound = OutcomeError.NotFound("test case");

    public static readonly OutcomeError NotOver =
        OutcomeError.Conflict("test_run.not_over", "This run is not over yet, so there is no report of it. Wait for it, or cancel it.");

    public static OutcomeError TooMany(int most) =>
        OutcomeError.LimitExceeded("test_run.too_many",
            $"{most} test runs of your organisation wait or go on, which is the most this server takes. Wait until one is over, or cancel one.");
}
