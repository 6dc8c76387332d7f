using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>Why a request about mocks can fail, beside what its fields say.</summary>
internal static class MockErrors
{
    public static readonly OutcomeError NotFound = OutcomeError.NotFound("mock");

    public static readonly OutcomeError NotRunning = OutcomeError.Conflict("mock.not_running", "The mock of this version does not run. Start it first.");

    public static OutcomeError TooMany(int most) =>
        OutcomeError.LimitExceeded("mock.too_many", $"{most} mocks run on this server, which is the most it runs. Stop one first.");
}
