using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>In which order the tests of a suite are tried on a fault: first those that are likely to find it and quick.</summary>
internal static class TrialRounds
{
    /// <summary>Those that ask the operation in whose answer the fault shows, then the others, then those that wait.</summary>
    /// <param name="suite">All tests.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="shown">The operation in whose answer it showed.</param>
    public static IEnumerable<GoldenTestSuite> Of(GoldenTestSuite suite, MockFault fault, ApiOperation shown) =>
        from test in suite.Tests.Where(test => test.Applicable)
        group test by RoundOf(test, fault, shown) into round
        orderby round.Key
        select suite with { Tests = [.. round] };

    private static int RoundOf(GoldenTest test, MockFault fault, ApiOperation shown)
    {
        var delivers = test.Steps.Any(step => step.Delivery is not null);
        if (fault.Area == FaultArea.Deliveries) return delivers ? 0 : 2;
        if (delivers || DeliberateWaits.In(test)) return 2;
        return test.Steps.SelectMany(StepRequests.Of).Any(request => request.Method == shown.Method && request.Path == shown.Path) ? 0 : 1;
    }
}
