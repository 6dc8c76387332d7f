using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>How far a run came with the operations, in lines of text.</summary>
internal static class CoverageLines
{
    public static IEnumerable<string> Of(IReadOnlyList<OperationCoverage> coverage)
    {
        if (coverage.Count == 0) yield break;
        var byReach = coverage.ToLookup(operation => operation.Reach, operation => operation.Operation);
        var described = coverage.SelectMany(operation => operation.Described).ToList();
        yield return "";
        yield return "coverage";
        var (succeeded, seen) = (byReach[OperationReach.Succeeded].Count(), described.Count(status => status.IsSeen));
        yield return string.Create(CultureInfo.InvariantCulture,
            $"  {succeeded} of {coverage.Count} operations answered with 2xx; {seen} of {described.Count} described statuses were seen");
        foreach (var line in Named("answered, but not with 2xx", byReach[OperationReach.Reached])) yield return line;
        foreach (var line in Named("never reached", byReach[OperationReach.NeverReached])) yield return line;
    }

    private static IEnumerable<string> Named(string what, IEnumerable<string> operations)
    {
        var all = operations.ToList();
        if (all.Count > 0) yield return string.Create(CultureInfo.InvariantCulture, $"  {all.Count} {what}: {DefectLines.Few(all)}");
    }
}
