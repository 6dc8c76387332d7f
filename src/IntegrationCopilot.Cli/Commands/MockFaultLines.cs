using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>mock</c> says of faults.</summary>
internal static class MockFaultLines
{
    /// <summary>All faults by area, each with how many operations of the API it can show in.</summary>
    public static IEnumerable<string> All(ApiSpec spec)
    {
        var width = MockFaults.All.Max(fault => fault.Id.Length);
        foreach (var area in MockFaults.All.GroupBy(fault => fault.Area))
        {
            yield return $"{area.Key}:";
            foreach (var fault in area) yield return $"  {fault.Id.PadRight(width)}  {Count(fault.OperationsIn(spec).Count())}  {fault.Title}";
        }
    }

    /// <summary>The faults a mock has, and where each shows.</summary>
    public static IEnumerable<string> Given(MockServer mock)
    {
        foreach (var injection in mock.Options.Faults)
        {
            var count = injection.OperationsIn(mock.Spec).Count();
            yield return count == 0
                ? $"  fault {injection.Fault.Id} shows nowhere: {(injection.Operation is { } operation ? $"it does not apply to '{operation}'." : "no operation of this document has what it breaks.")}"
                : $"  fault {injection.Fault.Id} in {count} {(count == 1 ? "operation" : "operations")}: {injection.Fault.Title}";
        }
    }

    private static string Count(int operations) => operations == 0 ? "  (not here)" : $"({operations} operations)";
}
