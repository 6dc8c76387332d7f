using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Puts cases into waves, each of which is done before the next begins: what leads things from state to state goes by the order of the states, so that none
/// finds a thing beyond the state it wants; what removes things comes when nobody needs them any more: what lies beneath before what it lies in, and one thing
/// before many at once.
/// In each wave what is right comes before what is wrong on purpose, which may hurt an API.
/// </summary>
internal static class CaseWaves
{
    private const int MaxParents = 20;
    private const int Removing = 1_000_000;

    public static IEnumerable<IReadOnlyList<T>> Of<T>(IEnumerable<T> cases, Func<T, GoldenTest> test, RunContext context) =>
        cases.GroupBy(one => RankOf(test(one), context)).OrderBy(wave => wave.Key)
            .Select(wave => wave.OrderBy(one => test(one).Steps.Any(BrokenSteps.IsOne)).ToList());

    /// <summary>0 for what neither removes things nor leads them to a state; the less deep what is removed lies, the later.</summary>
    private static int RankOf(GoldenTest test, RunContext context) => test.Steps.Select(step => step.Control ?? step.Request).OfType<StepRequest>()
        .Select(request => context.Spec.FindOperation(request.Method, request.Path)).OfType<ApiOperation>()
        .Select(operation => RankOf(operation, context)).DefaultIfEmpty().Max();

    /// <summary>What may end a thing, then what removes one, then what removes several.</summary>
    private static int OrderOf(ResourceRole role) => role switch
    {
        ResourceRole.None => 2,
        ResourceRole.Delete => 1,
        _ => 0,
    };

    /// <summary>How deep things lie, in others or in their paths.</summary>
    private static int DepthOf(ApiResource? resource)
    {
        var depth = 0;
        for (var (above, least) = (resource, 0); above is not null && least < MaxParents; above = above.Parent, least++)
            depth = Math.Max(depth, DepthOf(above.ItemPath ?? above.CollectionPath ?? "") + least);
        return depth;
    }

    private static int DepthOf(string path) => path.AsSpan().TrimEnd('/').Count('/');

    private static int RankOf(ApiOperation operation, RunContext context)
    {
        if (context.MeaningOf(operation) is not { } meaning) return 0;
        if (meaning.Effect is OperationEffect.Deletes or OperationEffect.Dangerous)
            return Removing - (3 * Math.Max(DepthOf(operation.Path), DepthOf(meaning.Resource))) + OrderOf(meaning.Role);
        return (meaning.Resource?.States ?? []).SelectMany(state => state.Transitions.Where(transition => ReferenceEquals(transition.Action, operation))
            .Select(transition => 1 + state.Values.ToList().IndexOf(transition.Value))).DefaultIfEmpty().Max();
    }
}
