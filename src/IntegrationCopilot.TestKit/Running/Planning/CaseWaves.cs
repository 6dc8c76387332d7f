using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Puts cases into waves, each of which is done before the next begins: what removes things comes when nobody needs them any more, and of that what lies
/// beneath before what it lies in.
/// </summary>
internal static class CaseWaves
{
    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> cases, Func<T, GoldenTest> test, RunContext context) =>
        cases.GroupBy(one => RankOf(test(one), context)).OrderBy(wave => wave.Key).Select(wave => wave.ToList());

    /// <summary>0 for what removes nothing; the less deep a path, the later.</summary>
    private static int RankOf(GoldenTest test, RunContext context)
    {
        var removed = test.Steps.Select(step => step.Control ?? step.Request).OfType<StepRequest>()
            .Select(request => context.Spec.FindOperation(request.Method, request.Path)).OfType<ApiOperation>()
            .Where(operation => context.MeaningOf(operation)?.Effect is OperationEffect.Deletes or OperationEffect.Dangerous).ToList();
        return removed.Count == 0 ? 0 : int.MaxValue - removed.Max(operation => operation.Path.Count(c => c == '/'));
    }
}
