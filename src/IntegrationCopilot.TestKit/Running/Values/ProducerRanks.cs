using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Which producers can be asked, and in which order: one of rank 0 needs nothing that another tells, one of rank 1 only what those tell, and so on. Those that
/// need each other have no rank and are never asked.
/// </summary>
internal sealed class ProducerRanks
{
    /// <summary>Longer chains than this are hardly right.</summary>
    private const int MaxRank = 8;

    private readonly Dictionary<string, ProducerCall> calls;
    private readonly Dictionary<string, int> ranks = new(StringComparer.Ordinal);

    /// <param name="calls">The calls.</param>
    /// <param name="given">What somebody gave.</param>
    /// <param name="takesAnything">Whether made-up values do for what nobody tells, as they do for the own mock.</param>
    public ProducerRanks(IReadOnlyList<ProducerCall> calls, IReadOnlyDictionary<string, string> given, bool takesAnything)
    {
        this.calls = calls.DistinctBy(call => call.Operation).ToDictionary(call => call.Operation, StringComparer.Ordinal);
        for (var rank = 0; rank <= MaxRank; rank++)
        {
            var able = this.calls.Values.Where(call => !ranks.ContainsKey(call.Operation) && call.Variables.All(variable => IsTold(variable, given))).ToList();
            foreach (var call in able) ranks[call.Operation] = rank;
        }

        foreach (var call in this.calls.Values.Where(call => takesAnything || call.Variables.All(variable => IsTold(variable, given) || !variable.Invented)))
            ranks.TryAdd(call.Operation, MaxRank + 1);
    }

    public ProducerCall? Find(string operation) => calls.GetValueOrDefault(operation);

    public int Of(string operation) => ranks.GetValueOrDefault(operation, int.MaxValue);

    /// <summary>The suppliers of a variable that can be asked, the surest first; for one that wants a thing of its own those first that make it.</summary>
    public IEnumerable<ValueSupplier> Usable(TestVariable variable, int below) => variable.Suppliers
        .Where(supplier => ranks.TryGetValue(supplier.Operation, out var rank) && rank < below)
        .OrderBy(supplier => variable.Own && !supplier.Creates ? 1 : 0);

    private bool IsTold(TestVariable variable, IReadOnlyDictionary<string, string> given) =>
        variable.Fresh || given.ContainsKey(variable.Name) || (variable.Suppliers.Count == 0 && !variable.Invented)
        || variable.Suppliers.Any(supplier => ranks.ContainsKey(supplier.Operation));
}
