using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Chooses the cases that a budget of requests pays for: all operations in turn, of each what is right before what is wrong on purpose, and in the order of
/// the suite, which has the most telling tests first.
/// </summary>
internal sealed class RequestBudget(int most)
{
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private int spent;

    /// <summary>Why a case is not run whose requests the budget does not pay for.</summary>
    public string Reason => Spent(most);

    public static string Spent(int most) => $"The budget of {most} requests is used up by other cases: a larger --budget has it run.";

    /// <summary>The tests that are paid for.</summary>
    public IReadOnlySet<GoldenTest> Choose(IEnumerable<GoldenTest> tests)
    {
        var chosen = new HashSet<GoldenTest>(ReferenceEqualityComparer.Instance);
        var queues = tests.GroupBy(test => test.Operation ?? "", StringComparer.Ordinal)
            .Select(alike => alike.OrderBy(test => test.Steps.Any(BrokenSteps.IsOne)).ToList()).ToList();
        for (var round = 0; queues.Exists(queue => queue.Count > round); round++)
            foreach (var test in queues.Where(queue => queue.Count > round).Select(queue => queue[round]))
                if (Pays(test)) chosen.Add(test);
        return chosen;
    }

    private bool Pays(GoldenTest test)
    {
        var keys = test.Steps.SelectMany(step => new[] { step.Control, step.Shared ? step.Request : null }).OfType<StepRequest>().Select(ControlBook.KeyOf)
            .Concat(test.Variables.Select(variable => SupplierOf(variable) is { } supplier ? variable.Own ? $"{supplier} {test.Id}" : supplier : null)
            .OfType<string>())
            .Where(key => !shared.Contains(key)).ToHashSet(StringComparer.Ordinal);
        var cost = keys.Count + test.Steps.Sum(OwnCost);
        if (cost > most - spent) return false;
        spent += cost;
        shared.UnionWith(keys);
        return true;
    }

    private static string? SupplierOf(TestVariable variable) => variable.Suppliers.Count == 0 ? null : variable.Suppliers[0].Operation;

    /// <summary>Requests of a step that it shares with no other: a walk takes two pages or more.</summary>
    private static int OwnCost(TestStep step) => step.Shared ? 0
        : StepRequests.Of(step with { Control = null }).Count() * Math.Max(step.UntilLimited ?? 1, step.Walk is null ? step.Copies : 2);
}
