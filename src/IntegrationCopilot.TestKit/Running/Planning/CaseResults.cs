using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes results of tests.</summary>
internal static class CaseResults
{
    public static CaseResult NotApplicable(GoldenTest test) => Of(test, CaseStatus.NotApplicable, test.Reason ?? "The document gives no ground for it.");

    public static CaseResult Skip(GoldenTest test, string reason) => Of(test, CaseStatus.Skip, reason);

    public static CaseResult Of(GoldenTest test, CaseStopException stop) => Of(test, stop.Status, stop.Message) with { Cause = Causes.Of(stop, test) };

    public static CaseResult Of(GoldenTest test, CaseStatus status, string? reason) => new()
    {
        Id = test.Id,
        Name = test.Name,
        Category = test.Category,
        Operation = test.Operation,
        Status = status,
        Reason = reason,
    };
}
