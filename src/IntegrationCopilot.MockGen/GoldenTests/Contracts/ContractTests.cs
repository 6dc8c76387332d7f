using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Holds each operation to its own description: asked as described, with little and with much, at its bounds; and each of its rules broken once.
/// </summary>
internal sealed class ContractTests
{
    private const int LeastPerOperation = 4;

    /// <summary>What is made of an operation before the budget is shared out.</summary>
    private const int MaxCandidates = 80;

    private readonly TestMaterial material;
    private readonly int pool;
    private readonly DescribedCases described;
    private readonly BodyRules bodies;
    private readonly ParameterRules parameters;
    private readonly IdentifierRules identifiers;
    private readonly AnswerRules answers;
    private readonly ProtocolRules protocol;

    private ContractTests(TestMaterial material, int pool)
    {
        (this.material, this.pool) = (material, pool);
        var breaks = new SchemaBreaks(material);
        described = new DescribedCases(material);
        bodies = new BodyRules(material, breaks);
        parameters = new ParameterRules(material, breaks);
        identifiers = new IdentifierRules(material);
        answers = new AnswerRules(material);
        protocol = new ProtocolRules(material);
    }

    /// <summary>The tests of all operations, those of an operation together.</summary>
    /// <param name="material">The document.</param>
    /// <param name="budget">How many at most; null for 20 an operation and 5,000 in all, but at least 4 an operation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static IReadOnlyList<GoldenTest> Of(TestMaterial material, int? budget, CancellationToken cancellationToken)
    {
        var operations = material.Spec.Operations.DistinctBy(operation => operation.Id).ToList();
        if (operations.Count == 0) return [];
        var all = budget ?? Math.Max(Math.Min(GoldenTestOptions.DefaultPerOperation * operations.Count, GoldenTestOptions.DefaultAtMost),
            LeastPerOperation * operations.Count);
        var most = Math.Clamp(4 * all / operations.Count, 1, MaxCandidates);
        var tests = new ContractTests(material, most);
        var cases = new List<(ApiOperation Operation, List<ContractCase> Cases)>(operations.Count);
        foreach (var operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cases.Add((operation, [.. tests.Of(operation).Take(most)]));
        }

        var share = Share([.. cases.Select(one => one.Cases.Count)], all);
        var ids = new ContractIds();
        return [.. cases.SelectMany(one => one.Cases.Take(share).Select(made => made.Test(one.Operation, ids.Of(one.Operation, made))))];
    }

    /// <summary>How many each may have so that together they have no more than all: those that want few leave theirs to the others.</summary>
    private static int Share(List<int> wanted, int all)
    {
        wanted.Sort();
        foreach (var (index, count) in wanted.Index())
        {
            var share = all / (wanted.Count - index);
            if (count > share) return Math.Max(1, share);
            all -= count;
        }

        return MaxCandidates;
    }

    private IEnumerable<ContractCase> Of(ApiOperation operation)
    {
        yield return described.Described(operation);
        if (material.RequestFor(operation).Plan is not { } plan) yield break;
        IEnumerable<ContractCase>[] sources =
            [parameters.Of(plan), bodies.Of(plan), identifiers.Of(plan), BodyFormRules.Of(plan), answers.Of(plan), described.Others(plan), protocol.Of(plan)];
        foreach (var made in Rounds.Of(sources.SelectMany(source => source.Take(pool)))) yield return made;
    }
}
