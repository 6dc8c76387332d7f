using IntegrationCopilot.Server.Platform.Outcomes;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>Why a request about traces can fail, beside what its fields say.</summary>
internal static class TraceErrors
{
    public static readonly OutcomeError NotFound = OutcomeError.NotFound("trace");

    public static readonly OutcomeError None = OutcomeError.Conflict("trace.none", "This project has no traces yet. Run its golden tests first.");
}
