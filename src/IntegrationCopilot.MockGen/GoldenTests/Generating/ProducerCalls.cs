using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Collects the requests that tests need on their way.</summary>
internal static class ProducerCalls
{
    /// <summary>
    /// For each operation that tells a value of these tests, and those that tell a value of its request, and so on; and for each that removes what one creates.
    /// </summary>
    public static IReadOnlyList<ProducerCall> Of(TestMaterial material, IEnumerable<GoldenTest> tests, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>();
        void Want(IEnumerable<string> ids)
        {
            foreach (var id in ids)
                if (known.Add(id)) waiting.Enqueue(id);
        }

        var byId = material.Spec.Operations.DistinctBy(operation => operation.Id).ToDictionary(operation => operation.Id, StringComparer.Ordinal);
        Want(tests.SelectMany(test => test.Variables).SelectMany(variable => variable.Suppliers).Select(supplier => supplier.Operation));
        Want(material.Spec.Resources.Resources.Where(resource => resource.Create is not null).Select(resource => resource.Delete?.Id).OfType<string>());
        var calls = new List<ProducerCall>();
        while (waiting.TryDequeue(out var id))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!byId.TryGetValue(id, out var operation) || material.RequestFor(operation).Plan is not { } plan) continue;
            calls.Add(new ProducerCall(id, plan.Request, plan.Variables));
            Want(plan.Variables.SelectMany(variable => variable.Suppliers).Select(supplier => supplier.Operation));
        }

        return [.. calls.OrderBy(call => call.Operation, StringComparer.Ordinal)];
    }
}
